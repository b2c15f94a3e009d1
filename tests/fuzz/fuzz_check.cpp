// The checker through the packed layout. One byte of options; then, by its highest bit, either raw packed bytes, or a
// record in a code of bytes that both the packed and the JSON reader are given: they must agree.
#include <algorithm>

#include "oracle.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/json/scan.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using customer::ValueKind;

constexpr std::uint8_t raw_bit = 0x80;
constexpr std::uint8_t longest_name = 64;

std::string take_text(std::string_view& input) {
  const std::size_t size = std::min<std::size_t>(fuzz::take_byte(input), input.size());
  std::string text{input.substr(0, size)};
  input.remove_prefix(size);
  return text;
}

// member  = field or, beyond the last one, an unknown name; kind; text or items
test::Members take_members(std::string_view& input, catalogue::Entity of) {
  const catalogue::FieldRange fields = catalogue::fields_of(of);
  test::Members members;
  while (!input.empty()) {
    test::Member member;
    const std::size_t field = fields.begin + fuzz::take_byte(input);
    member.kind = static_cast<ValueKind>(1 + fuzz::take_byte(input) % 7);
    member.name =
        field < fields.end ? std::string{catalogue::field_table[field].name} : take_text(input).substr(0, longest_name);
    if (member.kind == ValueKind::string || member.kind == ValueKind::number) member.text = take_text(input);
    if (member.kind == ValueKind::number && !json::is_number(member.text)) member.kind = ValueKind::string;
    if (member.kind == ValueKind::array) {
      for (int items = fuzz::take_byte(input) % 4; items > 0; --items) member.items.push_back(take_text(input));
    }
    members.push_back(member);
  }
  return members;
}

bool is_text(std::string_view bytes) { return text::first_invalid_utf8(bytes) == bytes.size(); }

bool both_readers_take(const test::Members& members) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto same_name = [&](const test::Member& other) { return other.name == members[i].name; };
    if (!is_text(members[i].name) || !is_text(members[i].text)) return false;
    if (!std::all_of(members[i].items.begin(), members[i].items.end(), is_text)) return false;
    if (std::any_of(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(i), same_name)) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input = fuzz::view_of(data, size);
  const std::uint8_t first = fuzz::take_byte(input);
  const validation::Options options = fuzz::options_from(first);
  if ((first & raw_bit) != 0) {
    const validation::CheckResult result = test::check_packed(input, options);
    fuzz::require_consistent(result);
    fuzz::require_stable(result, options);
    return 0;
  }
  const test::Members members = take_members(input, options.of);
  const validation::CheckResult result = test::check_packed(test::to_packed(members, options.of), options);
  fuzz::require_consistent(result);
  fuzz::require_stable(result, options);
  if (!both_readers_take(members)) return 0;
  fuzz::require(validation::check_json(test::to_json(members), options) == result,
                "the packed and the JSON reader give equal results");
  return 0;
}
