/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* For cadre-scan-body-private.h: from here on costs are doubles. */

#undef COST
#undef FORM
#undef LOAD_COST
#undef PLAIN_RELAX
#undef PLAIN_LEAST
#undef PLAIN_LOWER
#define COST double
#define LOAD_COST(p) LOAD (p)
#define PLAIN_RELAX plain_relax_real
#define PLAIN_LEAST plain_least_real
#define PLAIN_LOWER plain_lower_real
