// A world as bytes and back: one function names the parts for both directions.
#include "world.hpp"

namespace vestibule::exploration {
namespace {

class Writer {
 public:
  void byte(std::uint8_t& value) { buffer_[size_++] = static_cast<char>(value); }
  [[nodiscard]] std::string bytes() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 4096> buffer_;  // a world has hundreds of bytes
  std::size_t size_ = 0;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_{bytes} {}
  void byte(std::uint8_t& value) {
    value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
  }

 private:
  std::string_view rest_;
};

// Numbers here are small: versions count edits.
template <class Number>
void number(auto& io, Number& value) {
  auto byte = static_cast<std::uint8_t>(value);
  io.byte(byte);
  value = static_cast<Number>(byte);
}

void bits(auto& io, std::uint16_t& value) {
  auto low = static_cast<std::uint8_t>(value & 0xFF);
  auto high = static_cast<std::uint8_t>(value >> 8);
  io.byte(low);
  io.byte(high);
  value = static_cast<std::uint16_t>(low | high << 8);
}

template <class Items>
void list(auto& io, Items& items, auto each) {
  auto size = static_cast<std::uint8_t>(items.size());
  io.byte(size);
  items.resize(size);
  for (auto& item : items) each(io, item);
}

void value(auto& io, sync::Value& value) {
  auto byte = static_cast<std::uint8_t>(value ? value->front() : 0);
  io.byte(byte);
  if (byte == 0) {
    value.reset();
  } else {
    value = std::string{static_cast<char>(byte)};
  }
}

void snapshot(auto& io, sync::Snapshot& values) {
  list(io, values, [](auto& in, sync::Value& item) { value(in, item); });
}

template <class Value>
void optional(auto& io, std::optional<Value>& item, auto each) {
  std::uint8_t there = item ? 1 : 0;
  io.byte(there);
  if (there == 0) {
    item.reset();
    return;
  }
  if (!item) item.emplace();
  each(io, *item);
}

void account(auto& io, ids::SalesforceId& id) {
  std::uint8_t place = id == account_id(1) ? 1 : 0;
  io.byte(place);
  id = account_id(place);
}

// The orders of customer c are c's own number: there is one at most.
void life(auto& io, lifecycle::Life& life, std::size_t customer) {
  std::uint8_t active = life.orders.any_activated() ? 1 : 0;
  io.byte(active);
  life.id = customer_id(customer);
  if (active == 1) {
    life.orders.add({customer_id(customer), lifecycle::OrderKind::activated});
    life.customer_since = checks::Date{2026, 1, 1};
  }
  number(io, life.mode);
  number(io, life.link);
  number(io, life.hold);
  optional(io, life.hold_account, [](auto& in, ids::SalesforceId& id) { account(in, id); });
  optional(io, life.account, [](auto& in, ids::SalesforceId& id) { account(in, id); });
  list(io, life.past_accounts, [](auto& in, ids::SalesforceId& id) { account(in, id); });
  number(io, life.account_version);
}

void reading(auto& io, sync::Reading& reading) {
  snapshot(io, reading.values);
  number(io, reading.version);
  optional(io, reading.ours, [](auto& in, std::uint64_t& version) { number(in, version); });
}

void logged(auto& io, sync::LoggedWrite& write) {
  number(io, write.side);
  number(io, write.unit);
  snapshot(io, write.values);
  optional(io, write.lost, [](auto& in, sync::Snapshot& values) { snapshot(in, values); });
  number(io, write.version);
}

void ledger(auto& io, sync::Ledger& ledger) {
  snapshot(io, ledger.base);
  list(io, ledger.log, [](auto& in, sync::LoggedWrite& write) { logged(in, write); });
  for (std::uint64_t& version : ledger.versions) number(io, version);
}

void pass(auto& io, sync::Pass& pass) {
  number(io, pass.phase);
  if (pass.phase == sync::Phase::idle) return;
  number(io, pass.rounds);
  number(io, pass.repeats);
  ledger(io, pass.ledger);
  list(io, pass.conflicts, [](auto& in, sync::Conflict& conflict) {
    number(in, conflict.unit);
    number(in, conflict.side);
    snapshot(in, conflict.lost);
  });
  for (auto& side : pass.now) optional(io, side, [](auto& in, sync::Reading& item) { reading(in, item); });
  snapshot(io, pass.merged);
  list(io, pass.writes, [](auto& in, sync::LoggedWrite& write) { logged(in, write); });
}

void store(auto& io, Store& store) {
  snapshot(io, store.values);
  number(io, store.version);
  number(io, store.ours);
}

void witness(auto& io, Witness& witness) {
  for (auto& side : witness.due) {
    for (std::uint16_t& due : side) bits(io, due);
  }
  for (std::uint16_t& token : witness.brought) bits(io, token);
  list(io, witness.addresses, [](auto& in, std::array<char, 2>& address) {
    number(in, address[0]);
    number(in, address[1]);
  });
  number(io, witness.edits);
  number(io, witness.writes);
  number(io, witness.stage);
  number(io, witness.continuous);
  // Only whether a rule is broken: a world that breaks one is never explored further.
  std::uint8_t is_broken = witness.broken.empty() ? 0 : 1;
  io.byte(is_broken);
}

void everything(auto& io, World& world) {
  for (std::size_t i = 0; i < customer_count; ++i) {
    Customer& customer = world.customers[i];
    life(io, customer.life, i);
    life(io, customer.audited, i);
    store(io, customer.store);
    ledger(io, customer.ledger);
    pass(io, customer.pass);
    list(io, customer.queue, [](auto& in, sync::Effect& effect) { number(in, effect); });
    number(io, customer.pass_account);
    number(io, customer.account_due);
    witness(io, customer.witness);
  }
  for (Account& account : world.accounts) {
    store(io, account.store);
    number(io, account.exists);
    number(io, account.deleted);
    number(io, account.merged_into);
    number(io, account.told_winner);
    number(io, account.made_for);
    number(io, account.deleted_version);
    number(io, account.undeleted_version);
    reading(io, account.told);
  }
  Budget& budget = world.budget;
  for (std::uint8_t* left : {&budget.nue_edits, &budget.org_edits, &budget.crashes, &budget.orders, &budget.modes,
                             &budget.merges, &budget.deletions, &budget.releases}) {
    io.byte(*left);
  }
  io.byte(world.next_nue_token);
  io.byte(world.next_org_token);
}

}  // namespace

std::string encode(const World& world) {
  Writer writer;
  World copy = world;
  everything(writer, copy);
  return writer.bytes();
}

World decode(std::string_view bytes) {
  Reader reader{bytes};
  World world;
  everything(reader, world);
  return world;
}

}  // namespace vestibule::exploration
