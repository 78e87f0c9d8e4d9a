-- Puts one conversation where Postgres says it belongs: into one queue of its band, or into none.
-- Level-triggered: late, early and repeated calls are harmless, an older version changes nothing.
-- KEYS 1 version of this entry, 2 queue of each conversation (hash: id -> key of its queue), 3 queues (set: those not empty)
--   A queue is a key of its own (score: entered_at, ms), named by ARGV 3 and by the values of KEYS 2; all share the hash tag.
-- ARGV 1 id, 2 version, 3 key of its queue or '' for none, 4 entered_at (ms), 5 seconds to remember the version
-- Returns 1 when applied, 0 when something newer was there
local versionKey, queueOf, queues = KEYS[1], KEYS[2], KEYS[3]
local id, version, queue, enteredAt, remember = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local known = redis.call('GET', versionKey)
if known and tonumber(known) > tonumber(version) then return 0 end
redis.call('SET', versionKey, version, 'EX', remember)

local before = redis.call('HGET', queueOf, id)
if before and before ~= queue then
  redis.call('ZREM', before, id)
  redis.call('HDEL', queueOf, id)
  if redis.call('EXISTS', before) == 0 then redis.call('SREM', queues, before) end
end
if queue ~= '' then
  redis.call('ZADD', queue, enteredAt, id)
  redis.call('HSET', queueOf, id, queue)
  redis.call('SADD', queues, queue)
end
return 1
