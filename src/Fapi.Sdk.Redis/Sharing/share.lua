-- Shares the request weight of one IP among processes. One call tells the account of a process and asks for weight.
--
-- One hash holds everything, in milliseconds of this server:
--   epoch      when the hash began
--   hold, ban  when they end; told: the end of the ban as the exchange told it
--   m:<id>     a process: seen, account, spare, pressed at, frees, number, has left
--   o:<time>   weight that no process here sent, found by the exchange's count
--
-- A process tells its whole account each time: what it reserved, has under way, and sent within a minute by its own
-- clock. So a lost reply, a late command or an empty server cannot make the sum wrong for longer than until the next
-- call, and between two calls an account only seems too large.
local key = KEYS[1]
local id, told = ARGV[1], ARGV[2]
local number, limit, processes, account = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local want, first, extra, counted = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
local hold, ban, frees, leaves = tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13]), tonumber(ARGV[14])
local waits = tonumber(ARGV[15])
local KEPT = 65000 -- of a process that is gone: a minute, and the time until it would have called
local LATE = 4000 -- a process calls every 3 s, and notices within 0.5 s that it could not
local SETTLES = 1200 -- after an empty server: until all have told their accounts

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local state = { epoch = now, hold = 0, ban = 0, told = '0' }
local hash = redis.call('HGETALL', key)
local total, members, calm, rivals, wakes = account, 1 - leaves, 0, 0, now + frees
local since = 0 -- when this process was last short of weight

-- A process calls every 3 s. Where none has for so long all have gone, or the clock of this server was set on; where
-- one called later than now it was set back. Accounts are worth nothing then, nor are pauses after a clock set back.
local latest = 0
for i = 1, #hash, 2 do
  if string.sub(hash[i], 1, 2) == 'm:' then
    latest = math.max(latest, tonumber(string.match(hash[i + 1], '^%d+')))
  end
end

local isSetBack = latest - now > LATE
if now - latest >= KEPT or isSetBack then
  local pauses = redis.call('HMGET', key, 'hold', 'ban', 'told')
  hash = isSetBack and {} or { 'hold', pauses[1] or '0', 'ban', pauses[2] or '0', 'told', pauses[3] or '0' }
  redis.call('DEL', key)
  redis.call('HSET', key, 'epoch', now, unpack(hash))
  redis.call('PUBLISH', key .. ':pauses', id .. ' 0 0') -- All are to tell at once what they have sent.
end

for i = 1, #hash, 2 do
  local field, value = hash[i], hash[i + 1]
  local kind, seen = string.sub(field, 1, 2), tonumber(string.match(value, '^%d+'))
  if kind == 'o:' then
    if now - seen >= KEPT then
      redis.call('HDEL', key, field)
    else
      local weight = tonumber(string.match(value, '%d+$'))
      total, calm = total + weight, calm + weight
    end
  elseif kind ~= 'm:' then
    state[field] = field == 'told' and value or tonumber(value)
  elseif field == 'm:' .. id then
    local pressed, last = string.match(value, '^%d+ %d+ %d+ (%d+) %d+ (%d+) %d$')
    since = tonumber(pressed)
    if tonumber(last) >= number then
      return { 0, 0, 0, 0, 1, 0, 0, 0, '0' } -- Late: the process has called again since.
    end
  elseif now - seen >= KEPT then
    redis.call('HDEL', key, field)
  else
    local weight, spare, pressed, its, left = string.match(value, '^%d+ (%d+) (%d+) (%d+) (%d+) %d+ (%d)$')
    local isLate = now - seen > LATE
    weight = tonumber(weight) + (isLate and left == '0' and tonumber(spare) or 0)
    total = total + weight
    members = members + (left == '0' and 1 or 0)
    wakes = math.min(wakes, math.max(seen + tonumber(its), now))
    if now - tonumber(pressed) < LATE and left == '0' then
      rivals = rivals + 1
    else
      calm = calm + weight
    end
  end
end

if counted > total then
  redis.call('HSET', key, 'o:' .. now, now .. ' ' .. (counted - total))
  total, calm = counted, calm + counted - total
end

-- For a minute after an empty server nobody knows what the processes sent that have not called yet.
local missing = now - state.epoch < KEPT and math.max(0, processes - members - leaves) or 0
local room = limit - total - missing * math.floor(limit / processes)
local settles = math.max(0, state.epoch + SETTLES - now)

-- Where several lack weight each has the same: a faster one does not take what another has not asked for yet.
local mine = math.max(0, room)
if rivals > 0 then
  mine = math.max(0, math.min(room, math.floor((limit - calm) / (rivals + 1)) - account))
end

local granted = 0
if settles == 0 then
  granted = math.min(want, mine)
  if first > limit and total == 0 then
    granted = first -- A greater weight than the limit goes alone.
  elseif granted == want then
    -- What is at hand lies still: a small part of what all may take, or any of what nobody else may.
    local part = rivals > 0 and 1 or 4 * math.max(members, 1)
    granted = granted + math.max(0, math.min(extra, math.floor((mine - want) / part)))
  end
end

local wait = math.max(200, wakes - now)
if granted < want or waits > 0 then
  since = now
end

if granted < want then
  wait = granted < room and math.min(wait, 1000) or wait
end

local spare = math.max(0, math.floor(((room - granted) / 2 - limit / 50) / math.max(processes, members)))

-- Until all have told their accounts each may send its part, and may die before it can tell.
local held = account + granted
if settles > 0 and leaves == 0 then
  held = math.max(held, math.floor(limit / math.max(processes, members)))
end

redis.call('HSET', key, 'm:' .. id,
  string.format('%d %d %d %d %d %d %d', now, held, spare, since, frees, number, leaves))

-- Others hear of a pause that is longer than the one they know; who tells it again a moment later changes nothing.
for name, left in pairs({ hold = hold, ban = ban }) do
  if left > 0 and now + left > state[name] + 50 then
    state[name] = now + left
    redis.call('HSET', key, name, now + left)
    if name == 'ban' then
      state.told = told
      redis.call('HSET', key, 'told', told)
    end

    redis.call('PUBLISH', key .. ':pauses', id .. ' ' .. left .. ' ' .. (name == 'ban' and told or '0'))
  end
end

redis.call('PEXPIRE', key, math.max(0, state.ban - now) + 2 * KEPT)
return {
  granted, total - account, members, settles, wait, spare,
  math.max(0, state.hold - now), math.max(0, state.ban - now), state.told,
}
