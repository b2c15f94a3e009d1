#include "org/counters.hpp"

#include "random_id.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"

namespace vestibule::sandbox::org {
namespace {

// In the order of ASCII, so that text of one length sorts like its number.
constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t key_length = 4;
constexpr std::size_t number_length = 8;

std::string new_org_key() {
  const auto random = ids::parse_uuid(random_uuid()).value().bytes;
  std::string key;
  for (std::size_t i = 0; i < key_length; ++i) key += digits[random[i] % digits.size()];
  return key;
}

std::string stored_org_key(Database& database) {
  // Asked each time: an import may have put another one in its place.
  // One statement makes it, so of two processes that open a new file only one does.
  Statement make{database, "INSERT INTO identity SELECT ? WHERE NOT EXISTS (SELECT 1 FROM identity)"};
  const std::string fresh = new_org_key();
  make.bind(1, std::string_view{fresh});
  make.run();
  Statement read{database, "SELECT org_key FROM identity"};
  const Rows guard{read};
  return read.step() ? std::string{read.text(0).value_or("")} : fresh;
}

}  // namespace

Counters::Counters(Database& database)
    : next_{database,
            "INSERT INTO counters (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 "
            "RETURNING last"},
      last_{database, "SELECT last FROM counters WHERE name = 'sequence'"},
      database_{database} {
  static_cast<void>(stored_org_key(database));
}

std::int64_t Counters::next(std::string_view name) {
  const Rows guard{next_};
  next_.bind(1, name);
  std::int64_t last = 0;
  while (next_.step()) last = next_.number(0);
  return last;
}

std::string Counters::next_id(const ObjectInfo& object) {
  auto rest = static_cast<std::uint64_t>(next("record"));
  std::string number(number_length, '0');
  for (std::size_t i = number_length; i-- > 0; rest /= digits.size()) number[i] = digits[rest % digits.size()];
  const std::string short_form = std::string{object.prefix} + stored_org_key(database_) + number;
  return std::string{ids::parse_salesforce_id(short_form).value().id.text()};
}

std::int64_t Counters::next_sequence() { return next("sequence"); }

std::int64_t Counters::last_sequence() {
  const Rows guard{last_};
  return last_.step() ? last_.number(0) : 0;
}

}  // namespace vestibule::sandbox::org
