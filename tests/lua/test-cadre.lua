-- SPDX-License-Identifier: LGPL-2.1-or-later
-- The account of tests/account/account.c from Lua.
-- usage: test-cadre.lua DATA-FOLDER ACCOUNT

local found, lgi = pcall(require, 'lgi')
if not found then
  print('1..0 # SKIP lgi is not there')
  os.exit(0)
end

local Cadre = lgi.require('Cadre', '1')
local Gio, GLib = lgi.Gio, lgi.GLib

local lines = {}

local function tell(word, ...)
  local values = {...}
  for i = 1, select('#', ...) do
    values[i] = tostring(values[i])
  end
  lines[#lines + 1] = word .. ' ' .. table.concat(values, '|')
end

local function or_unknown(value)
  return value or '?'
end

local function to_text(value)
  return value and value:to_string() or '?'
end

local function items(model)
  local i, n = -1, model:get_n_items()
  return function()
    i = i + 1
    if i < n then
      return model:get_item(i)
    end
  end
end

local function load(name)
  local file = Gio.File.new_for_path(arg[1] .. '/' .. name .. '.json')
  return assert(Cadre.Structure.load(file, nil, nil))
end

local function number(truth)
  return truth and 1 or 0
end

local function tell_head(structure)
  local issues = structure:get_issues()
  tell('structure', structure:get_id(), to_text(structure:get_as_of()), structure:get_n_records('POST'),
    issues:get_total(), number(structure:is_sound()))
  for issue in items(issues) do
    tell('issue', issue:get_code(), Cadre.Severity[issue:get_severity()], or_unknown(issue:get_subject()))
  end
end

local function tell_records(structure)
  for kind = 0, Cadre.RecordKind.SUCCESSION do
    for record in items(structure:list_records(kind)) do
      tell('record', record:to_string())
    end
  end
end

local function tell_posts(structure)
  for post in items(structure:list_records('POST')) do
    local aliases = post:get_aliases()
    tell('post', post:get_id(), or_unknown(post:get_title(nil)), to_text(post:get_fte()),
      post:get_establishment(), Cadre.PostStatus[post:get_status()], to_text(post:get_period()),
      aliases and table.concat(aliases, ',') or '')
  end
end

local function tell_lines(structure)
  for line in items(structure:list_records('LINE')) do
    tell('line', or_unknown(line:get_post()), Cadre.LineKind[line:get_kind()], or_unknown(line:get_manager()),
      or_unknown(line:get_unit()), or_unknown(line:get_body()))
  end
end

local function tell_assignments(structure)
  for assignment in items(structure:list_records('ASSIGNMENT')) do
    tell('assignment', assignment:get_id(), or_unknown(assignment:get_person()), or_unknown(assignment:get_post()),
      Cadre.Basis[assignment:get_basis()], to_text(assignment:get_fte()), to_text(assignment:get_hours()))
  end
end

local function id_of(record)
  return record and record:get_id() or '?'
end

local function tell_tiers(structure)
  for post in items(structure:list_records('POST')) do
    local id, bodies = post:get_id(), ''
    for body in items(structure:list_accountable_bodies(id)) do
      bodies = bodies .. body:get_id() .. ','
    end
    tell('tier', id, structure:get_tier(id, nil), structure:get_tier(id, 'ntpct'), structure:get_depth(id), bodies)
  end
end

local function tell_who(structure)
  for assignment in items(structure:list_records('ASSIGNMENT')) do
    local id = assignment:get_id()
    tell('who', id, id_of(structure:find_manager(id, 'NEXT_OCCUPIED')), id_of(structure:find_employer(id)),
      id_of(structure:find_professional_lead(id)), number(structure:is_in_post(id)), to_text(structure:get_fte(id)))
  end
end

local function tell_walk(structure)
  structure:walk(nil, function(post, depth)
    tell('walk', depth, post)
    return true
  end)
end

local function tell_total(name, total)
  tell('total', name, total:to_string(), total:get_least(), total:get_n_unknown())
end

local function tell_metrics(structure)
  local metrics = assert(Cadre.Metrics.new(structure, nil))
  local all = metrics:get_overall()
  tell_total('positions', all:get_positions())
  tell_total('vacancies', all:get_vacancies())
  tell_total('heads', all:get_heads())
  tell_total('fte', all:get_in_post_fte())
  tell_total('cost', all:get_cost())
  for i, count in ipairs(metrics:dup_span_counts()) do
    tell('span', i - 1, count)
  end
end

local function tell_text(word, text)
  for line in (text .. '\n'):gmatch('(.-)\n') do
    tell(word, line)
  end
end

local function tell_report(report)
  local writer = Cadre.Writer.new_for_text()
  tell_text('report', report:to_text(80))
  report:write(writer)
  assert(writer:finish(nil))
  tell_text('json', writer:dup_text())
end

local function tell_reports(outcomes)
  for _, level in ipairs {'FULL', 'CONSULTATION'} do
    local redaction = Cadre.Redaction.new(level)
    tell_report(assert(Cadre.Report.new_for_diff(outcomes:get_diff(), redaction, nil)))
    tell_report(assert(Cadre.Report.new_for_outcomes(outcomes, redaction, nil)))
  end
end

local function count_named(structure, level)
  local text = assert(structure:to_text(Cadre.Redaction.new(level)))
  local count = 0
  for person in items(structure:list_records('PERSON')) do
    if text:find(person:get_id(), 1, true) then
      count = count + 1
    end
  end
  return count
end

local function tell_structure(structure)
  tell_head(structure)
  tell_records(structure)
  tell_posts(structure)
  tell_lines(structure)
  tell_assignments(structure)
  tell_tiers(structure)
  tell_who(structure)
  tell_walk(structure)
  tell_metrics(structure)
  tell_report(assert(Cadre.Report.new_for_structure(structure, Cadre.Redaction.new('CONSULTATION'), nil)))
  tell('named', count_named(structure, 'FULL'), count_named(structure, 'CONSULTATION'))
end

local function tell_date(structure)
  local later = assert(structure:at(Cadre.Date.new(2007, 6, 1), nil))
  tell('at', to_text(later:get_as_of()), later:get_n_records('LINE'))
end

local function tell_diff(before, after)
  local diff = assert(Cadre.Diff.new(before, after, nil, nil))
  for change in items(diff) do
    tell('change', Cadre.ChangeKind[change:get_kind()], change:to_string(), or_unknown(change:get_before_text()),
      or_unknown(change:get_after_text()), number(change:is_learned()))
  end
  for pair in items(diff:get_mapping()) do
    tell('pair', pair:to_string())
  end
  for issue in items(diff:get_issues()) do
    tell('contradiction', issue:get_code(), or_unknown(issue:get_subject()))
  end
end

local function tell_case(name)
  local file = Gio.File.new_for_path(arg[1] .. '/' .. name .. '.json')
  local outcomes = assert(assert(Cadre.Case.load(file, nil, nil)):run(nil))
  for outcome in items(outcomes) do
    tell('outcome', outcome:to_string(), Cadre.OutcomeKind[outcome:get_kind()], Cadre.Stage[outcome:get_stage()],
      Cadre.OutcomeGap[outcome:get_gap()], table.concat(outcome:dup_sentences(), ' '))
  end
  for fence in items(outcomes:get_ring_fences()) do
    tell('ring-fence', fence:get_id(), fence:get_n_positions(), fence:list_members():get_n_items())
  end
  for _, stamp in ipairs(outcomes:dup_stamps()) do
    tell('stamp', stamp)
  end
  tell_reports(outcomes)
end

local function tell_edit(structure)
  local builder = Cadre.StructureBuilder.new_for_structure(structure)
  local post = structure:get_record('POST', 0)
  local manager = structure:get_record('POST', 1)
  post:set_title(nil, 'Another title')
  post:set_fte(Cadre.Fraction.new(1, 2))
  assert(builder:replace(post))
  assert(builder:set_manager(post:get_id(), manager:get_id()))
  local again = assert(builder:build(nil, nil)):find_post(post:get_id())
  tell('edited', again:get_id(), again:get_title(nil), to_text(again.fte), number(again:equal(post)))
end

local function tell_error()
  local text = '{"cadre": "structure", "version": 1, "x": [1,]}'
  local structure, fault = Cadre.Structure.load_bytes(GLib.Bytes.new(text), nil, nil)
  if structure == nil and fault:matches(Cadre.DocumentError, 'SYNTAX') then
    tell('error', Cadre.DocumentError[fault.code], fault.message)
  end
end

local function read_lines(path)
  local list = {}
  for line in io.lines(path) do
    list[#list + 1] = line
  end
  return list
end

local function of_word(list, word)
  local found = {}
  for _, line in ipairs(list) do
    if line:sub(1, #word + 1) == word .. ' ' then
      found[#found + 1] = line
    end
  end
  return table.concat(found, '\n')
end

-- One line of TAP for each word that lines of the account begin with.
local function compare(wanted)
  local seen, count = {}, 0
  for _, line in ipairs(wanted) do
    local word = line:match('^%S+')
    if not seen[word] then
      seen[word], count = true, count + 1
      local same = of_word(wanted, word) == of_word(lines, word)
      print((same and 'ok ' or 'not ok ') .. count .. ' - /lua/account/' .. word)
      if not same then
        io.stderr:write('wanted:\n', of_word(wanted, word), '\ntold:\n', of_word(lines, word), '\n')
      end
    end
  end
  print('1..' .. count)
end

local before = load('stockton-2007-before')
tell_structure(before)
local after = load('stockton-2007-after')
tell_structure(after)
tell_date(after)
tell_diff(before, after)
tell_case('stockton-2007-case')
tell_case('stockton-2007-judged-case')
tell_edit(before)
tell_error()
compare(read_lines(arg[2]))
