#include "sequences.hpp"

namespace vestibule::sandbox {

Sequences::Sequences(Database& database)
    : next_{database,
            "INSERT INTO sequences (name, last) VALUES (?, 1) "
            "ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last"} {}

std::string Sequences::next(std::string_view prefix, std::size_t digits) {
  std::int64_t last = 0;
  {
    const Rows guard{next_};
    next_.bind(1, prefix);
    while (next_.step()) last = next_.number(0);
  }
  const std::string number = std::to_string(last);
  std::string text{prefix};
  return text.append(number.size() < digits ? digits - number.size() : 0, '0').append(number);
}

}  // namespace vestibule::sandbox
