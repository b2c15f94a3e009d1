/// What a finding code means, for whoever has to act on it. Rows stand in core/data/codes.csv. Apart from the codes, so
/// that a module that only checks does not carry the texts.
/// Depends on: code.
#pragma once

#include <optional>
#include <string_view>

#include "vestibule/code.hpp"

namespace vestibule::catalogue {

/// English, each one sentence but for `source`.
struct Explanation {
  std::string_view words;   ///< what a person reads; {max} and the like stand for the params, {label} for the field
  std::string_view rule;    ///< the sentence behind the code
  std::string_view source;  ///< who says so: an RFC, a standard, a page of api-docs.nue.io
  std::string_view fix;     ///< what to do about it
};

/// Cost: constant.
[[nodiscard]] const Explanation& explanation(Code code);

/// The code of exactly this name. Cost: linear in the number of codes.
[[nodiscard]] std::optional<Code> find_code(std::string_view name);

}  // namespace vestibule::catalogue
