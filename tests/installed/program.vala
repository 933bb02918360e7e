// SPDX-License-Identifier: LGPL-2.1-or-later

int main () {
	var limits = new Cadre.Limits.bounded ();

	print ("Vala: %u\n", limits.max_depth);

	return 0;
}
