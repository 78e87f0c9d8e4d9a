-- Finds the heads of each queue and the free responders, present ones only, in one round trip.
-- KEYS 1 queues (set: keys of the queues, each with its band and hold in its name; score: entered_at, ms), 2 free responders, 3 their load,
--   4 presence (score: lease end, ms by this server's clock), 5 generation, 6 position
-- ARGV 1 heads of each queue at most, 2 entries scanned in each queue before it is read from presence instead,
--   3 responders at most, 4 heads of each queue beyond the number of free responders, or -1 for all up to ARGV 1
-- Returns { {band and hold (1, 1unseen, 1silent, 2, 3), id, entered_at, ...}, {id, free_since, load, ...}, generation or '', position or '0' }, flat
local queues, free, loads, presence = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local generation, position = redis.call('GET', KEYS[5]) or '', redis.call('GET', KEYS[6]) or '0'
local heads, scanned, responders, spare = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- From the head of the queue on: cheap as long as most of those who wait are present.
local function headsOf(list, kind, wanted)
  local present, start = {}, 0
  while start < scanned and #present / 2 < wanted do
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

-- From presence: however many are absent, nobody behind them is missed.
local function presentFrom(list, kind, wanted)
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
  local isWhole = #present / 2 >= wanted or redis.call('ZCARD', list) <= scanned
  return isWhole and present or presentFrom(list, kind, wanted)
end

local people = presentOf(free, 's:', responders)
local found = {}
for index = 1, #people, 2 do
  found[#found + 1] = people[index]
  found[#found + 1] = people[index + 1]
  found[#found + 1] = redis.call('HGET', loads, people[index]) or ''
end

-- A responder who can take one visitor of a queue can take all of them, so more heads than responders are not needed.
local wanted = spare < 0 and heads or math.min(heads, #people / 2 + spare)
local names = redis.call('SMEMBERS', queues)
table.sort(names)
local waiting = {}
for _, queue in ipairs(names) do
  local band = string.match(queue, ':queue:(%d%a*):')
  local entries = presentOf(queue, 'v:', wanted)
  for index = 1, #entries, 2 do
    waiting[#waiting + 1] = band
    waiting[#waiting + 1] = entries[index]
    waiting[#waiting + 1] = entries[index + 1]
  end
end
return { waiting, found, generation, position }
