/// What every answer of split_signature keeps to. Depends on: support/catch, paste/signature.
#pragma once

#include <functional>
#include <string_view>

#include "tests/support/catch.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/paste/signature.hpp"

namespace vestibule::test {

/// The slices are views of `text`.
inline paste::Signature split(std::string_view text, std::string_view hint = {}) {
  return paste::split_signature(&atlas::builtin(), text, hint);
}

/// Slices are in order, disjoint and inside of the text; between them stand only white space and signs.
inline void covers(std::string_view text, const paste::Signature& got) {
  const char* at = text.data();
  const auto check_gap = [&](const char* end) {
    const std::string_view gap{at, static_cast<std::size_t>(end - at)};
    for (const char c : gap) {
      // Signs outside of ASCII are many; letters outside of it are checked by the corpus.
      const bool letter =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '@' || c == '+';
      if (!letter) continue;
      CAPTURE(gap);
      FAIL_CHECK("lost");
      return;
    }
  };
  for (const paste::SignatureSlice& slice : got.slices) {
    const bool ordered = !std::less<>{}(slice.text.data(), at);
    const bool inside = slice.text.data() + slice.text.size() <= text.data() + text.size();
    if (!ordered || !inside || slice.text.empty()) {
      CAPTURE(slice.text);
      FAIL_CHECK("out of order");
      return;
    }
    check_gap(slice.text.data());
    at = slice.text.data() + slice.text.size();
    if (slice.part == paste::SignaturePart::label) {
      CAPTURE(slice.text);
      CHECK(slice.text.size() <= 40);
      CHECK(slice.text.find_first_of("0123456789@") == std::string_view::npos);
    }
    CHECK((slice.confidence == paste::Confidence::none) ==
          (slice.part == paste::SignaturePart::rest || slice.part == paste::SignaturePart::label));
  }
  check_gap(text.data() + text.size());
}

}  // namespace vestibule::test
