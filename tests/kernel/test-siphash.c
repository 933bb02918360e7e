/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-siphash-private.h"

#include <pthread.h>

/* The key of all vectors: the bytes 0 to 15. */
static const guint64 vector_key[2] = { G_GUINT64_CONSTANT (0x0706050403020100),
                                       G_GUINT64_CONSTANT (0x0f0e0d0c0b0a0908) };
static const guint64 zero_key[2] = { 0, 0 };

/* Element n is the hash of the bytes 0 to n - 1. Element 15 is the vector of
 * appendix A of the paper; the program that made the table also agrees with
 * CPython, which hashes bytes with SipHash-1-3 and a key of zeros. */
static const guint64 vectors_24[64] = {
  G_GUINT64_CONSTANT (0x726fdb47dd0e0e31), G_GUINT64_CONSTANT (0x74f839c593dc67fd),
  G_GUINT64_CONSTANT (0x0d6c8009d9a94f5a), G_GUINT64_CONSTANT (0x85676696d7fb7e2d),
  G_GUINT64_CONSTANT (0xcf2794e0277187b7), G_GUINT64_CONSTANT (0x18765564cd99a68d),
  G_GUINT64_CONSTANT (0xcbc9466e58fee3ce), G_GUINT64_CONSTANT (0xab0200f58b01d137),
  G_GUINT64_CONSTANT (0x93f5f5799a932462), G_GUINT64_CONSTANT (0x9e0082df0ba9e4b0),
  G_GUINT64_CONSTANT (0x7a5dbbc594ddb9f3), G_GUINT64_CONSTANT (0xf4b32f46226bada7),
  G_GUINT64_CONSTANT (0x751e8fbc860ee5fb), G_GUINT64_CONSTANT (0x14ea5627c0843d90),
  G_GUINT64_CONSTANT (0xf723ca908e7af2ee), G_GUINT64_CONSTANT (0xa129ca6149be45e5),
  G_GUINT64_CONSTANT (0x3f2acc7f57c29bdb), G_GUINT64_CONSTANT (0x699ae9f52cbe4794),
  G_GUINT64_CONSTANT (0x4bc1b3f0968dd39c), G_GUINT64_CONSTANT (0xbb6dc91da77961bd),
  G_GUINT64_CONSTANT (0xbed65cf21aa2ee98), G_GUINT64_CONSTANT (0xd0f2cbb02e3b67c7),
  G_GUINT64_CONSTANT (0x93536795e3a33e88), G_GUINT64_CONSTANT (0xa80c038ccd5ccec8),
  G_GUINT64_CONSTANT (0xb8ad50c6f649af94), G_GUINT64_CONSTANT (0xbce192de8a85b8ea),
  G_GUINT64_CONSTANT (0x17d835b85bbb15f3), G_GUINT64_CONSTANT (0x2f2e6163076bcfad),
  G_GUINT64_CONSTANT (0xde4daaaca71dc9a5), G_GUINT64_CONSTANT (0xa6a2506687956571),
  G_GUINT64_CONSTANT (0xad87a3535c49ef28), G_GUINT64_CONSTANT (0x32d892fad841c342),
  G_GUINT64_CONSTANT (0x7127512f72f27cce), G_GUINT64_CONSTANT (0xa7f32346f95978e3),
  G_GUINT64_CONSTANT (0x12e0b01abb051238), G_GUINT64_CONSTANT (0x15e034d40fa197ae),
  G_GUINT64_CONSTANT (0x314dffbe0815a3b4), G_GUINT64_CONSTANT (0x027990f029623981),
  G_GUINT64_CONSTANT (0xcadcd4e59ef40c4d), G_GUINT64_CONSTANT (0x9abfd8766a33735c),
  G_GUINT64_CONSTANT (0x0e3ea96b5304a7d0), G_GUINT64_CONSTANT (0xad0c42d6fc585992),
  G_GUINT64_CONSTANT (0x187306c89bc215a9), G_GUINT64_CONSTANT (0xd4a60abcf3792b95),
  G_GUINT64_CONSTANT (0xf935451de4f21df2), G_GUINT64_CONSTANT (0xa9538f0419755787),
  G_GUINT64_CONSTANT (0xdb9acddff56ca510), G_GUINT64_CONSTANT (0xd06c98cd5c0975eb),
  G_GUINT64_CONSTANT (0xe612a3cb9ecba951), G_GUINT64_CONSTANT (0xc766e62cfcadaf96),
  G_GUINT64_CONSTANT (0xee64435a9752fe72), G_GUINT64_CONSTANT (0xa192d576b245165a),
  G_GUINT64_CONSTANT (0x0a8787bf8ecb74b2), G_GUINT64_CONSTANT (0x81b3e73d20b49b6f),
  G_GUINT64_CONSTANT (0x7fa8220ba3b2ecea), G_GUINT64_CONSTANT (0x245731c13ca42499),
  G_GUINT64_CONSTANT (0xb78dbfaf3a8d83bd), G_GUINT64_CONSTANT (0xea1ad565322a1a0b),
  G_GUINT64_CONSTANT (0x60e61c23a3795013), G_GUINT64_CONSTANT (0x6606d7e446282b93),
  G_GUINT64_CONSTANT (0x6ca4ecb15c5f91e1), G_GUINT64_CONSTANT (0x9f626da15c9625f3),
  G_GUINT64_CONSTANT (0xe51b38608ef25f57), G_GUINT64_CONSTANT (0x958a324ceb064572),
};

static const guint64 vectors_13[64] = {
  G_GUINT64_CONSTANT (0xabac0158050fc4dc), G_GUINT64_CONSTANT (0xc9f49bf37d57ca93),
  G_GUINT64_CONSTANT (0x82cb9b024dc7d44d), G_GUINT64_CONSTANT (0x8bf80ab8e7ddf7fb),
  G_GUINT64_CONSTANT (0xcf75576088d38328), G_GUINT64_CONSTANT (0xdef9d52f49533b67),
  G_GUINT64_CONSTANT (0xc50d2b50c59f22a7), G_GUINT64_CONSTANT (0xd3927d989bb11140),
  G_GUINT64_CONSTANT (0x369095118d299a8e), G_GUINT64_CONSTANT (0x25a48eb36c063de4),
  G_GUINT64_CONSTANT (0x79de85ee92ff097f), G_GUINT64_CONSTANT (0x70c118c1f94dc352),
  G_GUINT64_CONSTANT (0x78a384b157b4d9a2), G_GUINT64_CONSTANT (0x306f760c1229ffa7),
  G_GUINT64_CONSTANT (0x605aa111c0f95d34), G_GUINT64_CONSTANT (0xd320d86d2a519956),
  G_GUINT64_CONSTANT (0xcc4fdd1a7d908b66), G_GUINT64_CONSTANT (0x9cf2689063dbd80c),
  G_GUINT64_CONSTANT (0x8ffc389cb473e63e), G_GUINT64_CONSTANT (0xf21f9de58d297d1c),
  G_GUINT64_CONSTANT (0xc0dc2f46a6cce040), G_GUINT64_CONSTANT (0xb992abfe2b45f844),
  G_GUINT64_CONSTANT (0x7ffe7b9ba320872e), G_GUINT64_CONSTANT (0x525a0e7fdae6c123),
  G_GUINT64_CONSTANT (0xf464aeb267349c8c), G_GUINT64_CONSTANT (0x45cd5928705b0979),
  G_GUINT64_CONSTANT (0x3a3e35e3ca9913a5), G_GUINT64_CONSTANT (0xa91dc74e4ade3b35),
  G_GUINT64_CONSTANT (0xfb0bed02ef6cd00d), G_GUINT64_CONSTANT (0x88d93cb44ab1e1f4),
  G_GUINT64_CONSTANT (0x540f11d643c5e663), G_GUINT64_CONSTANT (0x2370dd1f8c21d1bc),
  G_GUINT64_CONSTANT (0x81157b6c16a7b60d), G_GUINT64_CONSTANT (0x4d54b9e57a8ff9bf),
  G_GUINT64_CONSTANT (0x759f12781f2a753e), G_GUINT64_CONSTANT (0xcea1a3bebf186b91),
  G_GUINT64_CONSTANT (0x2cf508d3ada26206), G_GUINT64_CONSTANT (0xb6101c2da3c33057),
  G_GUINT64_CONSTANT (0xb3f47496ae3a36a1), G_GUINT64_CONSTANT (0x626b57547b108392),
  G_GUINT64_CONSTANT (0xc1d2363299e41531), G_GUINT64_CONSTANT (0x667cc1923f1ad944),
  G_GUINT64_CONSTANT (0x65704ffec8138825), G_GUINT64_CONSTANT (0x24f280d1c28949a6),
  G_GUINT64_CONSTANT (0xc2ca1cedfaf8876b), G_GUINT64_CONSTANT (0xc2164bfc9f042196),
  G_GUINT64_CONSTANT (0xa16e9c9368b1d623), G_GUINT64_CONSTANT (0x49fb169c8b5114fd),
  G_GUINT64_CONSTANT (0x9f3143f8df074c46), G_GUINT64_CONSTANT (0xc6fdaf2412cc86b3),
  G_GUINT64_CONSTANT (0x7eaf49d10a52098f), G_GUINT64_CONSTANT (0x1cf313559d292f9a),
  G_GUINT64_CONSTANT (0xc44a30dda2f41f12), G_GUINT64_CONSTANT (0x36fae98943a71ed0),
  G_GUINT64_CONSTANT (0x318fb34c73f0bce6), G_GUINT64_CONSTANT (0xa27abf3670a7e980),
  G_GUINT64_CONSTANT (0xb4bcc0db243c6d75), G_GUINT64_CONSTANT (0x23f8d852fdb71513),
  G_GUINT64_CONSTANT (0x8f035f4da67d8a08), G_GUINT64_CONSTANT (0xd89cd0e5b7e8f148),
  G_GUINT64_CONSTANT (0xf6f4e6bcf7a644ee), G_GUINT64_CONSTANT (0xaec59ad80f1837f2),
  G_GUINT64_CONSTANT (0xc3b2f6154b6694e0), G_GUINT64_CONSTANT (0x9d199062b7bbb3a8),
};

/* What CPython 3.11 says under PYTHONHASHSEED=0. */
static const struct
{
  gsize length;
  guint64 hash;
} cpython[] = {
  { 1, G_GUINT64_CONSTANT (0x68a914128e01e473) },  { 2, G_GUINT64_CONSTANT (0x010bac45c41e3669) },
  { 7, G_GUINT64_CONSTANT (0x2f098ab0c751325a) },  { 8, G_GUINT64_CONSTANT (0xead411e67ebe2eea) },
  { 9, G_GUINT64_CONSTANT (0x75927f9d95124362) },  { 16, G_GUINT64_CONSTANT (0x8972188433a5c5b7) },
  { 63, G_GUINT64_CONSTANT (0x385d3e39e5f37359) },
};

static void
fill_bytes (guint8 bytes[64])
{
  for (guint i = 0; i < 64; i++)
    bytes[i] = i;
}

static void
test_vectors_of_paper (void)
{
  guint8 bytes[64];

  fill_bytes (bytes);
  g_assert_cmphex (vectors_24[15], ==, G_GUINT64_CONSTANT (0xa129ca6149be45e5));
  for (gsize n = 0; n < 64; n++)
    g_assert_cmphex (cadre_siphash_with_rounds (bytes, n, vector_key, 2, 4), ==, vectors_24[n]);
}

static void
test_vectors_13 (void)
{
  guint8 bytes[64];

  fill_bytes (bytes);
  for (gsize n = 0; n < 64; n++)
    g_assert_cmphex (cadre_siphash13 (bytes, n, vector_key), ==, vectors_13[n]);

  for (gsize i = 0; i < G_N_ELEMENTS (cpython); i++)
    g_assert_cmphex (cadre_siphash13 (bytes, cpython[i].length, zero_key), ==, cpython[i].hash);
}

static void
test_alignment (void)
{
  g_test_summary ("The hash is of the bytes, wherever they lie");

  for (gsize offset = 0; offset < 8; offset++)
    for (gsize n = 0; n < 64; n++)
      {
        g_autofree guint8 *exact = g_malloc (offset + n + 1);

        for (gsize i = 0; i < n; i++)
          exact[offset + i] = i;
        g_assert_cmphex (cadre_siphash13 (exact + offset, n, vector_key), ==, vectors_13[n]);
      }
}

static void *
read_key (void *data)
{
  cadre_siphash_process_key (data);

  return NULL;
}

static void
test_process_key (void)
{
  guint64 keys[8][2] = { 0 };
  guint64 again[2];
  pthread_t threads[8];

  g_test_summary ("All threads that ask at once get the same key, and keep it");

  for (guint i = 0; i < 8; i++)
    g_assert_cmpint (pthread_create (&threads[i], NULL, read_key, keys[i]), ==, 0);
  for (guint i = 0; i < 8; i++)
    pthread_join (threads[i], NULL);

  cadre_siphash_process_key (again);
  g_assert_cmphex (again[0], !=, 0);
  g_assert_cmphex (again[1], !=, 0);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpmem (keys[i], sizeof keys[i], again, sizeof again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/siphash/vectors-of-paper", test_vectors_of_paper);
  g_test_add_func ("/kernel/siphash/vectors-1-3", test_vectors_13);
  g_test_add_func ("/kernel/siphash/alignment", test_alignment);
  g_test_add_func ("/kernel/siphash/process-key", test_process_key);

  return g_test_run ();
}
