/// Why two records look alike: a hint for a person, never a reason to refuse.
/// Depends on: matching/keys.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "vestibule/matching/keys.hpp"

namespace vestibule::matching {

enum class Key : std::uint8_t { name, email, email_domain, phone, website };

enum class Likeness : std::uint8_t {
  equal,  ///< the keys are the same
  near,  ///< a slip of the pen apart: a name by one or two letters, its accents or the order of its words, an e-mail by
         ///< dots or a tag, a phone number by its country code
};

enum class Strength : std::uint8_t {
  weak,    ///< worth a look together with others
  medium,  ///< the same company, or the same people, quite likely
  strong,  ///< hardly anything but the same
};

struct Reason {
  Key key{};
  Likeness likeness{};
  Strength strength{};

  friend bool operator==(const Reason&, const Reason&) = default;
};

[[nodiscard]] std::string_view to_string(Key key);
[[nodiscard]] std::string_view to_string(Likeness likeness);
[[nodiscard]] std::string_view to_string(Strength strength);

/// Every reason, in the order of Key; none means that nothing speaks for it. The order of the two does not matter.
///
/// Limits  names are compared for nearness up to 64 characters; digits must agree: "Unit 1" is not near "Unit 2".
/// Cost    linear in the keys.
[[nodiscard]] std::vector<Reason> compare(const Keys& a, const Keys& b);

}  // namespace vestibule::matching
