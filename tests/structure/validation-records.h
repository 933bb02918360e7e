/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ids, references, lines, trees and funding.
 * Each case is the members of a document, with ' for ", and all issues that it
 * has, one a line: code without its first word, origin, subject, and what the
 * message adds. @N@ stands for N letters. */

#pragma once

static const Case record_cases[] = {
  { "sound", "'posts':[{'id':'A','title':'A'}]", "" },
  { "empty", "'posts':[]", "" },
  { "id-missing", "'functions':[{'name':'F'}]", "id.missing /functions/0/id function\n" },
  { "id-empty", "'functions':[{'id':'','name':'F'}]", "id.missing /functions/0/id function/\n" },
  { "id-duplicate", "'functions':[{'id':'F','name':'1'},{'id':'F','name':'2'}]",
    "id.duplicate /functions/0/id function/F\nid.duplicate /functions/1/id function/F\n" },
  { "id-long", "'functions':[{'id':'@256@','name':'F'}]",
    "id.length /functions/0/id function/@256@\n" },
  { "id-as-long-as-may-be", "'functions':[{'id':'@255@','name':'F'}]", "" },
  { "id-reserved", "'functions':[{'id':'none','name':'F'}]",
    "id.reserved /functions/0/id function/none\n" },
  { "id-lookalike-case", "'functions':[{'id':'ab','name':'1'},{'id':'Ab','name':'2'}]",
    "id.lookalike /functions/0/id function/ab: Ab\n" },
  { "id-lookalike-blank", "'functions':[{'id':'a','name':'1'},{'id':'a ','name':'2'}]",
    "id.lookalike /functions/1/id function/a : a\n" },
  { "id-lookalike-invisible",
    "'functions':[{'id':'a','name':'1'},{'id':'a\\u200b','name':'2'},{'id':'\\u00e9','name':'3'},{'"
    "id':'\\u007fa','name':'4'}]",
    "id.lookalike /functions/1/id function/a\342\200\213: a\n"
    "id.lookalike /functions/3/id function/\177a: a\n" },
  { "id-capitals-in-other-places", "'functions':[{'id':'aB','name':'1'},{'id':'Ac','name':'2'}]",
    "" },
  { "id-same-in-other-kind", "'functions':[{'id':'A','name':'1'}],'posts':[{'id':'A','title':'A'}]",
    "" },
  { "reference-dangling", "'posts':[{'id':'A','title':'A','unit':'U'}]",
    "reference.dangling /posts/0/unit post/A\n" },
  { "reference-dangling-manager",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'X'}]",
    "reference.dangling /posts/1/manager line/B/management/X\npost.unreached /posts/1 post/B\n" },
  { "reference-ambiguous",
    "'units':[{'id':'U','name':'1'},{'id':'U','name':'2'}],'posts':[{'id':'A','title':'A','unit':'"
    "U'}]",
    "id.duplicate /units/0/id unit/U\nid.duplicate /units/1/id unit/U\nreference.ambiguous "
    "/posts/0/unit post/A\n" },
  { "reference-none", "'posts':[{'id':'A','title':'A','unit':'none','grade':null}]", "" },
  { "reference-list-dangling", "'bodies':[{'id':'B','name':'B','hosts':['X']}]",
    "reference.dangling /bodies/0/hosts body/B\n" },
  { "reference-list-ambiguous",
    "'organisations':[{'id':'O','name':'1'},{'id':'O','name':'2'}],'bodies':[{'id':'B','name':'B','"
    "hosts':['O']},{'id':'C','name':'C','hosts':[]}]",
    "id.duplicate /organisations/0/id organisation/O\nid.duplicate /organisations/1/id "
    "organisation/O\nreference.ambiguous /bodies/0/hosts body/B\n" },
  { "link-incomplete",
    "'posts':[{'id':'A','title':'A'}],'functions':[{'id':'F','name':'F'}],'responsibilities':[{'"
    "post':'A'},{'function-id':'F'}],'successions':[{'kind':'unit','predecessor':'x'}]",
    "link.incomplete /responsibilities/1/post responsibility/F/holds\nlink.incomplete "
    "/responsibilities/0/function-id responsibility/A/holds\nlink.incomplete "
    "/successions/0/successor "
    "succession/unit/x\n" },
  { "line-self", "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'B'}]",
    "line.self /posts/1/manager line/B/management/B\npost.unreached /posts/1 post/B\n" },
  { "line-circle",
    "'posts':[{'id':'D','title':'D'},{'id':'C','title':'C','manager':'A'},{'id':'A','title':'A','"
    "manager':'B'},{'id':'B','title':'B','manager':'C'},{'id':'E','title':'E','manager':'A'}]",
    "line.cycle /posts/2/manager line/A/management/B: A, B, C\npost.unreached /posts/2 "
    "post/A\npost.unreached /posts/3 post/B\npost.unreached /posts/1 post/C\npost.unreached "
    "/posts/4 post/E\n" },
  { "line-two-circles",
    "'posts':[{'id':'T','title':'T'},{'id':'A','title':'A','manager':'B'},{'id':'B','title':'B','"
    "manager':'A'},{'id':'C','title':'C','manager':'D'},{'id':'D','title':'D','manager':'C'}]",
    "line.cycle /posts/1/manager line/A/management/B: A, B\nline.cycle /posts/3/manager "
    "line/C/management/D: C, D\npost.unreached /posts/1 post/A\npost.unreached /posts/2 "
    "post/B\npost.unreached /posts/3 post/C\npost.unreached /posts/4 post/D\n" },
  { "line-other-kinds-may-circle",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'A'}],'lines':[{'post':'A','"
    "kind':'dotted','manager':'B'}]",
    "" },
  { "line-several-managers",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'A'},{'id':'C','title':'C','"
    "manager':'A'}],'lines':[{'post':'C','manager':'B'}]",
    "line.several-managers /lines/0/manager line/C/management/B\n" },
  { "line-managers-follow-each-other",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'A'},{'id':'C','title':'C'}],'"
    "lines':[{'post':'C','manager':'A','valid-to':'2007-03-31'},{'post':'C','manager':'B','valid-"
    "from':'2007-04-01'}],'as-of':'2007-01-01'",
    "" },
  { "line-managers-overlap-later",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'A'},{'id':'C','title':'C'}],'"
    "lines':[{'post':'C','manager':'A','valid-to':'2007-04-01'},{'post':'C','manager':'B','valid-"
    "from':'2007-04-01'}],'as-of':'2007-01-01'",
    "line.several-managers /lines/1/manager line/C/management/B\n" },
  { "line-managers-unclear",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'A'},{'id':'C','title':'C'}],'"
    "lines':[{'post':'C','manager':'A','valid-to':null},{'post':'C','manager':'B','valid-from':"
    "null}],'as-of':'2007-01-01'",
    "line.managers-unclear /lines/1/manager line/C/management/B\n" },
  { "line-joint-manager",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'A'},{'id':'C','title':'C','"
    "manager':'A'}],'lines':[{'post':'C','kind':'joint-management','manager':'B'}]",
    "" },
  { "line-no-end", "'posts':[{'id':'A','title':'A'}],'lines':[{'post':'A'}]",
    "line.no-end /lines/0 line/A/management\ntop.none /posts -\n" },
  { "line-known-to-end-nowhere", "'posts':[{'id':'A','title':'A','manager':'none'}]", "" },
  { "line-several-ends",
    "'posts':[{'id':'A','title':'A'}],'units':[{'id':'U','name':'U'}],'bodies':[{'id':'Y','name':'"
    "Y'}],'lines':[{'post':'A','kind':'dotted','body':'Y','unit':'U'}]",
    "line.several-ends /lines/0 line/A/dotted/Y/U\n" },
  { "line-without-post",
    "'posts':[{'id':'A','title':'A'}],'lines':[{'manager':'A','kind':'dotted'}]",
    "link.incomplete /lines/0/post line/dotted/A\n" },
  { "top-none",
    "'posts':[{'id':'A','title':'A','manager':'B'},{'id':'B','title':'B','manager':'A'}]",
    "line.cycle /posts/0/manager line/A/management/B: A, B\npost.unreached /posts/0 "
    "post/A\npost.unreached /posts/1 post/B\ntop.none /posts -\n" },
  { "top-several", "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B'}]",
    "top.several /posts -\n" },
  { "top-at-a-unit",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B'}],'units':[{'id':'U','name':'U'}],'"
    "lines':[{'post':'B','unit':'U'}]",
    "" },
  { "top-outside", "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','outside':true}]", "" },
  { "top-one-of-each",
    "'tier-scales':[{'id':'S','name':'S','organisation':'O'},{'id':'S2','organisation':'Q'}],'"
    "organisations':[{'id':'O','name':'O','tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'}"
    ",{'id':'R','name':'R'}],'posts':[{'id':'A','title':'A','employer':'O'},{'id':'B','title':'B','"
    "employer':'Q'},{'id':'C','title':'C','employer':'R'},{'id':'D','title':'D','employer':'R'}]",
    "" },
  { "top-several-of-one",
    "'tier-scales':[{'id':'S','name':'S','organisation':'O'},{'id':'S2','organisation':'Q'}],'"
    "organisations':[{'id':'O','name':'O','tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'}"
    ",{'id':'R','name':'R'}],'posts':[{'id':'A','title':'A','employer':'O'},{'id':'B','title':'B','"
    "employer':'O'}]",
    "top.several /organisations/0 organisation/O\n" },
  { "top-none-of-one",
    "'tier-scales':[{'id':'S','name':'S','organisation':'O'},{'id':'S2','organisation':'Q'}],'"
    "organisations':[{'id':'O','name':'O','tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'}"
    ",{'id':'R','name':'R'}],'posts':[{'id':'A','title':'A','employer':'O'},{'id':'B','title':'B','"
    "employer':'Q','manager':'A'}]",
    "top.none /organisations/1 organisation/Q\n" },
  { "unit-self", "'posts':[{'id':'A','title':'A'}],'units':[{'id':'U','name':'U','parent':'U'}]",
    "unit.self /units/0/parent unit/U\n" },
  { "unit-self-for-a-time",
    "'posts':[{'id':'A','title':'A'}],'units':[{'id':'U','name':'U'}],'unit-parents':[{'unit':'U','"
    "parent':'U'}]",
    "unit.self /unit-parents/0/parent unit-parent/U/U\n" },
  { "unit-circle",
    "'posts':[{'id':'A','title':'A'}],'units':[{'id':'U','name':'U','parent':'V'},{'id':'V','name':"
    "'V','parent':'U'},{'id':'W','name':'W','parent':'V'}]",
    "unit.cycle /units/0/parent unit/U: U, V\n" },
  { "area-circle",
    "'posts':[{'id':'A','title':'A'}],'areas':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'area-parts':[{'"
    "area':'X','part':'Z'},{'area':'Z','part':'X'},{'area':'Z','part':'Y'}]",
    "area.cycle /areas/0 area/X: X, Z\n" },
  { "area-self",
    "'posts':[{'id':'A','title':'A'}],'areas':[{'id':'X'}],'area-parts':[{'area':'X','part':'X'}]",
    "area.cycle /areas/0 area/X: X\n" },
  { "area-overlap",
    "'posts':[{'id':'A','title':'A'}],'areas':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'area-parts':[{'"
    "area':'X','part':'Z'},{'area':'Y','part':'Z'},{'area':'X','part':'Y'},{'area':'X','part':'N'}"
    "]",
    "reference.dangling /area-parts/3/part area-part/X/N\n" },
  { "area-circle-of-another-time",
    "'posts':[{'id':'A','title':'A'}],'areas':[{'id':'X'},{'id':'Y'}],'area-parts':[{'area':'X','"
    "part':'Y','valid-to':'2006'},{'area':'Y','part':'X'}],'as-of':'2007-01-01'",
    "" },
  { "funding-thirds",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':'1/"
    "3'},{'post':'A','funder':'Q','share':'2/3'}]",
    "" },
  { "funding-less",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':'0.33'},{'post':'A','funder':'Q',"
    "'share':'0.66'}]",
    "funding.sum /posts/0 post/A\n" },
  { "funding-over",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':'0.6'},{'post':'A','funder':'Q','"
    "share':'0.6'}]",
    "funding.over /posts/0 post/A\n" },
  { "funding-unknown",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':'0.6'},{'post':'A','funder':'Q','"
    "share':null}]",
    "funding.unknown /posts/0 post/A\n" },
  { "funding-over-and-unknown",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':'3/"
    "2'},{'post':'A','funder':'Q','share':null}]",
    "funding.over /posts/0 post/A\n" },
  { "funding-too-fine",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':'1/"
    "9223372036854775807'},{'post':'A','funder':'Q','share':'1/9223372036854775783'}]",
    "funding.sum /posts/0 post/A\n" },
  { "funding-in-turn",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':1,'valid-to':'2006-12-31'},{'"
    "post':'A','funder':'Q','share':1,'valid-from':'2007-01-01'}],'as-of':'2007-01-01'",
    "" },
  { "funding-in-turn-without-a-date",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':1,'valid-to':'2006-12-31'},{'"
    "post':'A','funder':'Q','share':1,'valid-from':'2007-01-01'}]",
    "" },
  { "funding-not-in-force",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'fundings':[{'post':'A','funder':'O','share':'1/"
    "2','valid-to':'2006-12-31'}],'as-of':'2007-01-01'",
    "" },
  { "joint-without-shares",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','partners':['Q']}]",
    "post.joint-shares-unknown /posts/0 post/A\n" },
  { "joint-with-unknown-shares",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','partners':['Q']}],'fundings':[{'post':'A','funder':'O'},{'post':'A','funder':'"
    "Q'}]",
    "post.joint-shares-unknown /posts/0 post/A\n" },
  { "joint-with-shares",
    "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','partners':['Q']}],'fundings':[{'post':'A','funder':'O','share':'1/"
    "2'},{'post':'A','funder':'Q','share':'1/2'}]",
    "" },
};
