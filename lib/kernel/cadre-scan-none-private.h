/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* For cadre-scan-body-private.h: forgets one kind of processor. */

#undef COST
#undef FORM
#undef LOAD_COST
#undef PLAIN_RELAX
#undef PLAIN_LEAST
#undef PLAIN_LOWER
#undef TARGET
#undef LANES
#undef V
#undef MASK
#undef LOAD
#undef STORE
#undef ALL
#undef SUB
#undef ADD
#undef LEAST
#undef MOST
#undef LESS
#undef CHOOSE
#undef ANY
#undef NOTE
#undef AT_MOST
#undef FIND
#undef ALWAYS
#undef LEAVE
