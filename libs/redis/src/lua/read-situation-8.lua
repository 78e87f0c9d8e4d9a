-- The heads of the queue and the free responders, present ones only, in one round trip.
-- KEYS 1..3 queues of bands 1..3, 4 free responders, 5 their load, 6 presence (score: lease end, ms by this server's clock),
--   7 generation, 8 position
-- ARGV 1 entries of each list at most, 2 entries looked at in each list before it is read from who is here
-- Returns { {band, id, entered_at, ...}, {id, free_since, load, ...}, generation or '', position or '0' }, flat
local queues, free, loads, presence = { KEYS[1], KEYS[2], KEYS[3] }, KEYS[4], KEYS[5], KEYS[6]
local generation, position = redis.call('GET', KEYS[7]) or '', redis.call('GET', KEYS[8]) or '0'
local wanted, looked = tonumber(ARGV[1]), tonumber(ARGV[2])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- From the head of the list on; cheap as long as most who wait are here.
local function headsOf(list, kind)
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
local function hereOf(list, kind)
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

local function presentOf(list, kind)
  local present = headsOf(list, kind)
  local isWhole = #present / 2 >= wanted or redis.call('ZCARD', list) <= looked
  return isWhole and present or hereOf(list, kind)
end

local waiting = {}
for band, queue in ipairs(queues) do
  local entries = presentOf(queue, 'v:')
  for index = 1, #entries, 2 do
    waiting[#waiting + 1] = tostring(band)
    waiting[#waiting + 1] = entries[index]
    waiting[#waiting + 1] = entries[index + 1]
  end
end

local responders = {}
local people = presentOf(free, 's:')
for index = 1, #people, 2 do
  responders[#responders + 1] = people[index]
  responders[#responders + 1] = people[index + 1]
  responders[#responders + 1] = redis.call('HGET', loads, people[index]) or ''
end
return { waiting, responders, generation, position }
