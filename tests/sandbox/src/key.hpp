/// The API key of a request.
/// Depends on: digest/sha256 of the core.
#pragma once

#include <string_view>

#include "vestibule/digest/sha256.hpp"

namespace vestibule::sandbox {

class KeyCheck {
 public:
  explicit KeyCheck(std::string_view key);

  /// Compares digests, all of them whatever the first difference: the time says nothing about the key.
  [[nodiscard]] bool matches(std::string_view key) const;

 private:
  digest::Sha256Digest digest_;
};

}  // namespace vestibule::sandbox
