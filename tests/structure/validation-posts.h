/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Staffing, hours, periods, and what is stated about posts.
 * Each case is the members of a document, with ' for ", and all issues that it
 * has, one a line: code without its first word, origin, subject, and what the
 * message adds. @N@ stands for N letters. */

#pragma once

static const Case post_cases[] = {
  { "establishment-full",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A'}]",
    "" },
  { "establishment-over-by-heads",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A'},{'id':'2','person':'Y','post':'A'}]",
    "establishment.over /posts/0/establishment post/A\n" },
  { "establishment-halves",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','fte':'0.5'},{'id':'2','person':'Y','post':'A','hours':'18.5'}]",
    "" },
  { "establishment-over-by-fte",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','fte':'0.6'},{'id':'2','person':'Y','post':'A','hours':'18.5'}]",
    "establishment.over /posts/0/establishment post/A\n" },
  { "establishment-over-budget",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','budgeted-fte':'0.4'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'"
    "assignments':[{'id':'1','person':'X','post':'A','fte':'0.6'}]",
    "establishment.over /posts/0/establishment post/A\n" },
  { "establishment-job-share",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','job-share':'k'},{'id':'2','person':'Y','post':'A','job-share':'k'}]",
    "" },
  { "establishment-same-position",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','position':1},{'id':'2','person':'Y','post':'A','position':1}]",
    "" },
  { "establishment-of-two",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','establishment':2}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':["
    "{'id':'1','person':'X','post':'A','position':1},{'id':'2','person':'Y','post':'A'}]",
    "" },
  { "establishment-unknown",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','establishment':null,'grouped':true}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'"
    "}],'assignments':[{'id':'1','person':'X','post':'A'},{'id':'2','person':'Y','post':'A'}]",
    "" },
  { "establishment-unknown-over-budget",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','establishment':null,'grouped':true,'budgeted-fte':1}],'persons':[{'id':'X'},{'"
    "id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person':'X','post':'A','fte':1},{'id':'2','"
    "person':'Y','post':'A','fte':1}]",
    "establishment.over /posts/0/establishment post/A\n" },
  { "establishment-of-half-a-post",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','hours':'18.5'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'"
    "id':'1','person':'X','post':'A','fte':'0.6'}]",
    "establishment.over /posts/0/establishment post/A\n" },
  { "establishment-covered",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A'},{'id':'2','person':'Y','post':'A','basis':'cover','covers':'1'}]",
    "" },
  { "establishment-in-turn",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','valid-to':'2006'},{'id':'2','person':'Y','post':'A'}],'as-of':'2007-01-01'",
    "" },
  { "establishment-in-turn-without-a-date",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','valid-to':'2006'},{'id':'2','person':'Y','post':'A'}]",
    "" },
  { "establishment-outside",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','outside':true}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'"
    "id':'1','person':'X','post':'A'},{'id':'2','person':'Y','post':'A'}]",
    "" },
  { "person-of-one",
    "'posts':[{'id':'A','title':'A','employer':'O','establishment':9},{'id':'B','title':'B','"
    "employer':'O','manager':'A'}],'persons':[{'id':'X'}],'organisations':[{'id':'O','name':'O'},{'"
    "id':'Q','name':'Q','outside':true}],'assignments':[{'id':'1','person':'X','post':'A','fte':'1/"
    "3'},{'id':'2','person':'X','post':'B','fte':'2/3'}]",
    "" },
  { "person-over-one",
    "'posts':[{'id':'A','title':'A','employer':'O','establishment':9},{'id':'B','title':'B','"
    "employer':'O','manager':'A'}],'persons':[{'id':'X'}],'organisations':[{'id':'O','name':'O'},{'"
    "id':'Q','name':'Q','outside':true}],'assignments':[{'id':'1','person':'X','post':'A','fte':'1/"
    "2'},{'id':'2','person':'X','post':'B','fte':'2/3'}]",
    "person.over-one /persons/0 person/X\n" },
  { "person-seconded",
    "'posts':[{'id':'A','title':'A','employer':'O','establishment':9},{'id':'B','title':'B','"
    "employer':'O','manager':'A'}],'persons':[{'id':'X'}],'organisations':[{'id':'O','name':'O'},{'"
    "id':'Q','name':'Q','outside':true}],'assignments':[{'id':'1','person':'X','post':'A','fte':1},"
    "{'id':'2','person':'X','post':'B','fte':1,'basis':'secondment','home-organisation':'Q','home-"
    "assignment':'1'}]",
    "" },
  { "person-acting",
    "'posts':[{'id':'A','title':'A','employer':'O','establishment':9},{'id':'B','title':'B','"
    "employer':'O','manager':'A'}],'persons':[{'id':'X'}],'organisations':[{'id':'O','name':'O'},{'"
    "id':'Q','name':'Q','outside':true}],'assignments':[{'id':'1','person':'X','post':'A','fte':1},"
    "{'id':'2','person':'X','post':'B','fte':1,'basis':'acting','home-assignment':'1'}]",
    "" },
  { "person-with-two-own-posts",
    "'posts':[{'id':'A','title':'A','employer':'O','establishment':9},{'id':'B','title':'B','"
    "employer':'O','manager':'A'}],'persons':[{'id':'X'}],'organisations':[{'id':'O','name':'O'},{'"
    "id':'Q','name':'Q','outside':true}],'assignments':[{'id':'1','person':'X','post':'A','fte':1},"
    "{'id':'2','person':'X','post':'B','fte':1,'home-assignment':'1'}]",
    "person.over-one /persons/0 person/X\n" },
  { "secondment-home-missing",
    "'posts':[{'id':'A','title':'A','employer':'O','establishment':9},{'id':'B','title':'B','"
    "employer':'O','manager':'A'}],'persons':[{'id':'X'}],'organisations':[{'id':'O','name':'O'},{'"
    "id':'Q','name':'Q','outside':true}],'assignments':[{'id':'1','person':'X','post':'A'},{'id':'"
    "2','person':'X','post':'B','basis':'secondment'}]",
    "secondment.home-missing /assignments/1/home-organisation assignment/2\n" },
  { "assignment-position-zero",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','position':0}]",
    "assignment.position /assignments/0/position assignment/1\n" },
  { "assignment-position-beyond",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','position':2}]",
    "assignment.position /assignments/0/position assignment/1\n" },
  { "assignment-position-of-unknown",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','establishment':null}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'"
    "assignments':[{'id':'1','person':'X','post':'A','position':2}]",
    "" },
  { "assignment-without-ends", "'posts':[{'id':'A','title':'A'}],'assignments':[{'id':'1'}]",
    "assignment.post-missing /assignments/0/post assignment/1\nassignment.person-missing "
    "/assignments/0/person assignment/1\n" },
  { "assignment-self",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','home-assignment':'1','covers':'1'}]",
    "assignment.self /assignments/0/home-assignment assignment/1\nassignment.self "
    "/assignments/0/covers assignment/1\n" },
  { "assignment-home-of-another",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','establishment':2}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':["
    "{'id':'1','person':'X','post':'A'},{'id':'2','person':'Y','post':'A','home-assignment':'1'}]",
    "assignment.home-person /assignments/1/home-assignment assignment/2\n" },
  { "term-reason-missing",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','contract':'fixed-term'}]",
    "term-reason.missing /assignments/0/term-reason assignment/1\n" },
  { "term-reason-there",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','contract':'fixed-term','term-reason':'maternity cover'}]",
    "" },
  { "term-reason-of-post",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O','term-reason':'pilot'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'"
    "assignments':[{'id':'1','person':'X','post':'A','contract':'fixed-term'}]",
    "" },
  { "hours-incomplete", "'posts':[{'id':'A','title':'A','hours':20}]",
    "hours.incomplete /posts/0/hours post/A\n" },
  { "hours-complete", "'posts':[{'id':'A','title':'A','hours':20,'standard-hours':37}]", "" },
  { "hours-with-stated-fte", "'posts':[{'id':'A','title':'A','hours':20,'fte':'0.54'}]", "" },
  { "hours-of-no-standard", "'posts':[{'id':'A','title':'A','hours':20,'standard-hours':0}]",
    "hours.incomplete /posts/0/hours post/A\n" },
  { "weeks-incomplete",
    "'posts':[{'id':'A','title':'A','hours':20,'standard-hours':37,'paid-weeks':39}]",
    "hours.incomplete /posts/0/hours post/A\n" },
  { "weeks-complete",
    "'posts':[{'id':'A','title':'A','hours':20,'standard-hours':40,'paid-weeks':39,'year-weeks':52,"
    "'fte':'3/8'}]",
    "" },
  { "fte-contradiction",
    "'posts':[{'id':'A','title':'A','hours':20,'standard-hours':37,'fte':'0.5'}]",
    "fte.contradiction /posts/0/fte post/A\n" },
  { "fte-rounded", "'posts':[{'id':'A','title':'A','hours':20,'standard-hours':37,'fte':'0.54'}]",
    "" },
  { "fte-range",
    "'posts':[{'id':'A','title':'A','hours':'9223372036854775807','standard-hours':'1/"
    "9223372036854775807'}]",
    "fte.range /posts/0/hours post/A\n" },
  { "hours-of-assignment-incomplete",
    "'persons':[{'id':'X'}],'posts':[{'id':'A','title':'A'}],'assignments':[{'id':'1','person':'X',"
    "'post':'A','hours':3}]",
    "hours.incomplete /assignments/0/hours assignment/1\n" },
  { "hours-of-assignment-by-post",
    "'persons':[{'id':'X'}],'posts':[{'id':'A','title':'A','standard-hours':40,'paid-weeks':39,'"
    "year-weeks':52}],'assignments':[{'id':'1','person':'X','post':'A','hours':20,'fte':'1/2'}]",
    "fte.contradiction /assignments/0/fte assignment/1\n" },
  { "period-reversed",
    "'posts':[{'id':'A','title':'A','valid-from':'2007-04','valid-to':'2007-03'}]",
    "period.reversed /posts/0/valid-to post/A\n" },
  { "period-of-a-day",
    "'posts':[{'id':'A','title':'A','valid-from':'2007-04-01','valid-to':'2007-04'}]", "" },
  { "link-within",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','valid-from':'2007-01-01','valid-to':'"
    "2007-12-31'}],'lines':[{'post':'B','manager':'A','valid-from':'2007-02-01'}],'as-of':'2007-06-"
    "01'",
    "" },
  { "link-open",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','valid-from':'2007-01-01','valid-to':'"
    "2007-12-31'}],'lines':[{'post':'B','manager':'A','valid-to':null}],'as-of':'2007-06-01'",
    "" },
  { "link-begins-before",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','valid-from':'2007-01-01','valid-to':'"
    "2007-12-31'}],'lines':[{'post':'B','manager':'A','valid-from':'2006-12-31'}],'as-of':'2007-06-"
    "01'",
    "period.outside /lines/0/post line/B/management/A\n" },
  { "link-ends-after",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','valid-from':'2007-01-01','valid-to':'"
    "2007-12-31'}],'lines':[{'post':'B','manager':'A','valid-to':'2008'}],'as-of':'2007-06-01'",
    "period.outside /lines/0/post line/B/management/A\n" },
  { "link-of-the-same-year",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','valid-from':'2007-01-01','valid-to':'"
    "2007-12-31'}],'lines':[{'post':'B','manager':'A','valid-from':'2007','valid-to':'2007'}],'as-"
    "of':'2007-06-01'",
    "" },
  { "absence-outside",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','valid-to':'2007-12-31'}],'absences':[{'assignment':'1','valid-from':'2008-01-"
    "01'}]",
    "absence.outside /absences/0/assignment absence/1\n" },
  { "absence-within",
    "'organisations':[{'id':'O','name':'O','standard-hours':37}],'posts':[{'id':'A','title':'A','"
    "employer':'O'}],'persons':[{'id':'X'},{'id':'Y'},{'id':'Z'}],'assignments':[{'id':'1','person'"
    ":'X','post':'A','valid-to':'2007-12-31'}],'absences':[{'assignment':'1','valid-from':'2007-01-"
    "01'}]",
    "" },
  { "pay-reversed", "'posts':[{'id':'A','title':'A','pay-min':200,'pay-max':100}]",
    "pay.reversed /posts/0/pay-min post/A\n" },
  { "pay-of-one-point", "'posts':[{'id':'A','title':'A','pay-min':100,'pay-max':100}]", "" },
  { "grade-reversed",
    "'posts':[{'id':'A','title':'A'}],'grade-scales':[{'id':'S'}],'grades':[{'id':'G','scale':'S','"
    "pay-min':2,'pay-max':1,'score-min':4,'score-max':3},{'id':'H','scale':'S','pay-min':1,'pay-"
    "max':2,'score-min':3,'score-max':4}]",
    "pay.reversed /grades/0/pay-min grade/G\nscore.reversed /grades/0/score-min grade/G\n" },
  { "grade-without-scale", "'posts':[{'id':'A','title':'A'}],'grades':[{'id':'G'}]",
    "grade.scale-missing /grades/0/scale grade/G\n" },
  { "tier-as-counted",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4}],'posts':[{'id':'A','title':'A','employer':'O','tier':1},{'id':'B','title':'B',"
    "'employer':'O','manager':'A','tier':2}]",
    "" },
  { "tier-contradiction",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4}],'posts':[{'id':'A','title':'A','employer':'O','tier':1},{'id':'B','title':'B',"
    "'employer':'O','manager':'A','tier':3}]",
    "tier.contradiction /posts/1/tier post/B\n" },
  { "tier-on-another-scale",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4}],'posts':[{'id':'A','title':'A','employer':'O','tier':1},{'id':'B','title':'B',"
    "'employer':'Q','manager':'A','tier':3},{'id':'T','title':'T','employer':'Q'}]",
    "" },
  { "tier-on-another-scale-wrong",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4}],'posts':[{'id':'A','title':'A','employer':'O','tier':1},{'id':'B','title':'B',"
    "'employer':'Q','manager':'A','tier':2},{'id':'T','title':'T','employer':'Q'}]",
    "tier.contradiction /posts/1/tier post/B\n" },
  { "tier-not-comparable",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4}],'posts':[{'id':'A','title':'A','employer':'O','tier':1},{'id':'B','title':'B',"
    "'employer':'R','manager':'A','tier':7},{'id':'T','title':'T','employer':'R'},{'id':'C','title'"
    ":'C','employer':'U','manager':'A','tier':9}]",
    "" },
  { "tier-equivalence",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4},{'scale':'S2','rung':5,'other-scale':'S','other-rung':4}],'posts':[{'id':'A','"
    "title':'A','employer':'O','tier':1}]",
    "" },
  { "tier-equivalence-contradicted",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4},{'scale':'S2','rung':5,'other-scale':'S','other-rung':5}],'posts':[{'id':'A','"
    "title':'A','employer':'O','tier':1}]",
    "tier.equivalence /tier-equivalences/1 tier-equivalence/S2/S\n" },
  { "tier-equivalence-out-of-range",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4},{'scale':'S2','rung':5000,'other-scale':'S3','other-rung':5}],'posts':[{'id':'"
    "A','title':'A','employer':'O','tier':1}]",
    "tier.equivalence /tier-equivalences/1 tier-equivalence/S2/S3\n" },
  { "tier-equivalence-dangling",
    "'tier-scales':[{'id':'S'},{'id':'S2'},{'id':'S3'}],'organisations':[{'id':'O','name':'O','"
    "tier-scale':'S'},{'id':'Q','name':'Q','tier-scale':'S2'},{'id':'R','name':'R','tier-scale':'"
    "S3'},{'id':'U','name':'U'}],'tier-equivalences':[{'scale':'S','rung':3,'other-scale':'S2','"
    "other-rung':4},{'scale':'S2','rung':5,'other-scale':'S9','other-rung':5}],'posts':[{'id':'A','"
    "title':'A','employer':'O','tier':1}]",
    "reference.dangling /tier-equivalences/1/other-scale tier-equivalence/S2/S9\n" },
  { "tier-without-scales",
    "'posts':[{'id':'A','title':'A'},{'id':'B','title':'B','manager':'A','tier':2},{'id':'C','"
    "title':'C','manager':'A','tier':1}]",
    "tier.contradiction /posts/2/tier post/C\n" },
  { "status-new-no-change",
    "'posts':[{'id':'A','title':'A','status':'new','declared-outcome':'no-change'}]",
    "status.contradiction /posts/0/declared-outcome post/A\n" },
  { "status-new-ring-fence",
    "'posts':[{'id':'A','title':'A','status':'new','declared-outcome':'ring-fence'}]", "" },
  { "status-deleted-slotting-in",
    "'posts':[{'id':'A','title':'A','status':'deleted','declared-outcome':'slotting-in'}]",
    "status.contradiction /posts/0/declared-outcome post/A\n" },
  { "status-deferred-deferred",
    "'posts':[{'id':'A','title':'A','status':'deferred','declared-outcome':'deferred'}]", "" },
  { "status-deferred-competition",
    "'posts':[{'id':'A','title':'A','status':'deferred','declared-outcome':'competition'}]",
    "status.contradiction /posts/0/declared-outcome post/A\n" },
  { "status-existing-deferred",
    "'posts':[{'id':'A','title':'A','status':'existing','declared-outcome':'deferred'}]",
    "status.contradiction /posts/0/declared-outcome post/A\n" },
  { "status-existing-no-change",
    "'posts':[{'id':'A','title':'A','status':'existing','declared-outcome':'no-change'}]", "" },
  { "status-awaits",
    "'posts':[{'id':'A','title':'A','status':'existing','decision-elsewhere':'The Board'}]",
    "status.contradiction /posts/0/decision-elsewhere post/A\n" },
  { "status-deferred-awaits",
    "'posts':[{'id':'A','title':'A','status':'deferred','decision-elsewhere':'The Board'}]", "" },
  { "status-new-below-deleted",
    "'posts':[{'id':'A','title':'A','status':'deleted'},{'id':'B','title':'B','manager':'A','"
    "status':'new'},{'id':'C','title':'C','manager':'A','status':'existing'}]",
    "status.contradiction /posts/1/status post/B\n" },
  { "lineage-unknown-kind",
    "'posts':[{'id':'A','title':'A','status':'new'}],'lineages':[{'post':'A','predecessor':'X'}]",
    "lineage.unknown-kind /lineages/0/kind lineage/A/X\n" },
  { "lineage-without-predecessor",
    "'posts':[{'id':'A','title':'A','status':'existing'}],'lineages':[{'post':'A','kind':'"
    "continuing'}]",
    "lineage.predecessor /lineages/0/predecessor lineage/A\n" },
  { "lineage-created-from-another",
    "'posts':[{'id':'A','title':'A','status':'new'}],'lineages':[{'post':'A','kind':'created','"
    "predecessor':'X'}]",
    "lineage.predecessor /lineages/0/predecessor lineage/A/X\n" },
  { "lineage-created",
    "'posts':[{'id':'A','title':'A','status':'new'}],'lineages':[{'post':'A','kind':'created'}]",
    "" },
  { "lineage-new-goes-on",
    "'posts':[{'id':'A','title':'A','status':'new'}],'lineages':[{'post':'A','kind':'renamed','"
    "predecessor':'X'}]",
    "status.contradiction /lineages/0/kind lineage/A/X\n" },
  { "lineage-existing-created",
    "'posts':[{'id':'A','title':'A','status':'existing'}],'lineages':[{'post':'A','kind':'created'}"
    "]",
    "status.contradiction /lineages/0/kind lineage/A\n" },
  { "welsh-skills-of-new",
    "'organisations':[{'id':'O','name':'O','nation':'wales'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','status':'new'}]",
    "welsh-skills.missing /posts/0/welsh-skills post/A\n" },
  { "welsh-skills-of-vacant",
    "'organisations':[{'id':'O','name':'O','nation':'wales'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','vacancy':'held'}]",
    "welsh-skills.missing /posts/0/welsh-skills post/A\n" },
  { "welsh-skills-there",
    "'organisations':[{'id':'O','name':'O','nation':'wales'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','status':'new','welsh-skills':'desirable'}]",
    "" },
  { "welsh-skills-of-existing",
    "'organisations':[{'id':'O','name':'O','nation':'wales'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','status':'existing','vacancy':'none'}]",
    "" },
  { "welsh-skills-in-england",
    "'organisations':[{'id':'O','name':'O','nation':'england'}],'posts':[{'id':'A','title':'A','"
    "employer':'O','status':'new'}]",
    "" },
  { "language-missing",
    "'posts':[{'id':'A','title':{'en':'A','cy':'Aw'}},{'id':'B','title':'B','manager':'A'},{'id':'"
    "C','title':{'cy':'C'},'manager':'A'},{'id':'D','title':{'en':'D','cy':'D','ga':'D'},'manager':"
    "'A'}]",
    "language.missing /posts/0/title post/A: ga\nlanguage.missing /posts/1/title post/B: "
    "cy\nlanguage.missing /posts/2/title post/C: en\n" },
  { "language-complete",
    "'posts':[{'id':'A','title':{'en':'A','cy':'Aw'}},{'id':'B','title':{'cy':'B','en':'B'},'"
    "manager':'A'}],'units':[{'id':'U','name':'U'}]",
    "" },
  { "title-missing",
    "'posts':[{'id':'A'}],'units':[{'id':'U'}],'organisations':[{'id':'O'}],'bodies':[{'id':'B'}],'"
    "functions':[{'id':'F'}]",
    "employer.missing /posts/0/employer post/A\ntitle.missing /organisations/0/name "
    "organisation/O\ntitle.missing /bodies/0/name body/B\ntitle.missing /units/0/name "
    "unit/U\ntitle.missing /functions/0/name function/F\ntitle.missing /posts/0/title post/A\n" },
  { "employer-missing", "'organisations':[{'id':'O','name':'O'}],'posts':[{'id':'A','title':'A'}]",
    "employer.missing /posts/0/employer post/A\n" },
  { "employer-known-to-be-none",
    "'organisations':[{'id':'O','name':'O'}],'posts':[{'id':'A','title':'A','employer':'none'}]",
    "" },
  { "employer-of-unit-outside",
    "'organisations':[{'id':'O','name':'O'}],'units':[{'id':'U','name':'U','outside':true},{'id':'"
    "V','name':'V','parent':'U'}],'posts':[{'id':'A','title':'A','unit':'V'}]",
    "" },
};
