// A world as bytes and back: one function names the parts for both directions. Times are kept as distances from now, so
// that worlds that differ only by when they happen are one.
#include <algorithm>
#include <type_traits>

#include "world.hpp"

namespace vestibule::exploration::create {
namespace {

constexpr Millis base = 1'000'000'000;
constexpr Millis far = 100'000'000;  // longer than a day: how much longer makes no difference
constexpr std::string_view token = "0123456789ABCDEFGHJKMNPQRS";

class Writer {
 public:
  explicit Writer(Millis now) : now_{now} {}
  void byte(std::uint8_t& value) { bytes_.push_back(static_cast<char>(value)); }
  void time(Millis& value) {
    std::uint32_t code = 0;
    if (value != 0) code = static_cast<std::uint32_t>(std::clamp(value, now_ - far, now_ + far) + far + 1 - now_);
    for (int i = 0; i < 4; ++i, code >>= 8) bytes_.push_back(static_cast<char>(code & 0xFF));
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  Millis now_;
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_{bytes} {}
  void byte(std::uint8_t& value) {
    value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
  }
  void time(Millis& value) {
    std::uint32_t code = 0;
    for (int i = 3; i >= 0; --i) code = code << 8 | static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)]);
    rest_.remove_prefix(4);
    value = code == 0 ? 0 : base + code - far - 1;
  }

 private:
  std::string_view rest_;
};

template <class Number>
void number(auto& io, Number& value) {
  auto byte = static_cast<std::uint8_t>(value);
  io.byte(byte);
  value = static_cast<Number>(byte);
}

// A record by the number of its create; 0xFF is one that is nobody's, 0xFE is none.
void record(auto& io, std::string& id) {
  std::uint8_t place = id.empty() ? 0xFE : id == "foreign" ? 0xFF : static_cast<std::uint8_t>(id.back() - '0');
  io.byte(place);
  id = place == 0xFE ? std::string{} : place == 0xFF ? "foreign" : record_id(place);
}

void intent(auto& io, gateway::Intent& intent) {
  number(io, intent.state);
  number(io, intent.sends);
  number(io, intent.epoch);
  io.time(intent.lease_until);
  io.time(intent.sent_at);
  io.time(intent.probed_at);
  io.time(intent.due_at);
  io.time(intent.settled_at);
  record(io, intent.customer_id);
  auto count = static_cast<std::uint8_t>(intent.surplus.size());
  io.byte(count);
  intent.surplus.resize(count);
  for (std::string& id : intent.surplus) record(io, id);
  auto is_contact = static_cast<std::uint8_t>(!intent.owner.empty());
  io.byte(is_contact);
  (is_contact != 0 ? intent.owner : intent.token) = token;
}

void worker(auto& io, Worker& worker) {
  number(io, worker.doing);
  if (worker.doing == Doing::nothing) {
    worker = {};
    return;
  }
  number(io, worker.epoch);
  io.time(worker.lease_until);
  io.time(worker.sent_at);
  io.byte(worker.create);
  number(io, worker.found);
  io.byte(worker.seen);
}

void world(auto& io, World& world) {
  number(io, world.claimed);
  intent(io, world.intent);
  for (Worker& each : world.workers) worker(io, each);
  auto count = static_cast<std::uint8_t>(world.creates.size());
  io.byte(count);
  world.creates.resize(count);
  for (Create& each : world.creates) {
    number(io, each.fate);
    io.time(each.sent_at);
  }
  Budget& budget = world.budget;
  for (std::uint8_t* left :
       {&budget.requests, &budget.crashes, &budget.losses, &budget.silences, &budget.lies, &budget.delays}) {
    io.byte(*left);
  }
  io.byte(world.bound);
}

}  // namespace

std::string encode(const World& given) {
  World copy = given;
  Writer writer{given.now};
  // What nothing is decided by.
  copy.intent.account_number.clear();
  copy.intent.probes = 0;
  world(writer, copy);
  return writer.take();
}

World decode(std::string_view bytes) {
  World result;
  result.now = base;
  Reader reader{bytes};
  world(reader, result);
  return result;
}

std::string record_id(std::size_t create) { return "record-" + std::to_string(create); }

nue::Answer records(std::uint8_t seen) {
  nue::Answer answer{.status = 200, .readable = true, .success = true, .retry_after = {}, .rows = {}};
  for (std::size_t i = 0; i < create_max; ++i) {
    if ((seen >> i & 1) == 0) continue;
    answer.rows.push_back(
        {.id = record_id(i), .account_number = {}, .external_id = {}, .created_date = {}, .mark = std::string{token}});
  }
  return answer;
}

gateway::Policy policy_of(const Rules& rules) {
  return {.has_slot = true, .single_owner = rules.single_owner, .upstream = 500, .lease = 1'500, .horizon = 3'000};
}

}  // namespace vestibule::exploration::create
