-- The heads of each line of the queue and the free responders, present ones only, in one round trip.
-- KEYS 1 lines (set: keys of the lines, each with its band in its name; score: entered_at, ms), 2 free responders, 3 their load,
--   4 presence (score: lease end, ms by this server's clock), 5 generation, 6 position
-- ARGV 1 heads of each line at most, 2 entries looked at in each list before it is read from who is here,
--   3 responders at most, 4 heads of each line beside those for whom somebody is free, or -1 for all up to ARGV 1
-- Returns { {band, id, entered_at, ...}, {id, free_since, load, ...}, generation or '', position or '0' }, flat
local lines, free, loads, presence = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local generation, position = redis.call('GET', KEYS[5]) or '', redis.call('GET', KEYS[6]) or '0'
local heads, looked, responders, spare = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- From the head of the list on; cheap as long as most who wait are here.
local function headsOf(list, kind, wanted)
  local present, start = {}, 0
  while start < looked and #present / 2 < wanted do
    local page = redis.call('ZRANGE', list, start, start + wanted - 1, 'WITHSCORES')
    if #page == 0 then break end
    for index = 1, #page, 2 do
      local lease = redis.call('ZSCORE', presence, kind .. page[index])
      if lease and tonumber(lease) > now and #present / 2 < wanted then
        present[#present + 1] = page[index]
        present[#present + 1] = page[index + 1]
      end
    end
    start = start + wanted
  end
  return present
end

-- From those who are here: so that however many have gone away, nobody behind them is overlooked.
local function hereOf(list, kind, wanted)
  local here = {}
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', presence, '(' .. now, '+inf')) do
    local id = string.sub(member, #kind + 1)
    local score = string.sub(member, 1, #kind) == kind and redis.call('ZSCORE', list, id)
    if score then here[#here + 1] = { id, score } end
  end
  table.sort(here, function(left, right)
    local a, b = tonumber(left[2]), tonumber(right[2])
    if a == b then return left[1] < right[1] end
    return a < b
  end)
  local present = {}
  for index = 1, math.min(#here, wanted) do
    present[#present + 1] = here[index][1]
    present[#present + 1] = here[index][2]
  end
  return present
end

local function presentOf(list, kind, wanted)
  local present = headsOf(list, kind, wanted)
  local isWhole = #present / 2 >= wanted or redis.call('ZCARD', list) <= looked
  return isWhole and present or hereOf(list, kind, wanted)
end

local people = presentOf(free, 's:', responders)
local found = {}
for index = 1, #people, 2 do
  found[#found + 1] = people[index]
  found[#found + 1] = people[index + 1]
  found[#found + 1] = redis.call('HGET', loads, people[index]) or ''
end

-- Whoever can be asked for one in a line can be asked for all in it: more heads than people would be read for nothing.
local wanted = spare < 0 and heads or math.min(heads, #people / 2 + spare)
local names = redis.call('SMEMBERS', lines)
table.sort(names)
local waiting = {}
for _, line in ipairs(names) do
  local band = string.match(line, ':queue:(%d):')
  local entries = presentOf(line, 'v:', wanted)
  for index = 1, #entries, 2 do
    waiting[#waiting + 1] = band
    waiting[#waiting + 1] = entries[index]
    waiting[#waiting + 1] = entries[index + 1]
  end
end
return { waiting, found, generation, position }
