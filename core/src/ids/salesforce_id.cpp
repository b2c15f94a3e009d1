#include "vestibule/ids/salesforce_id.hpp"

#include <algorithm>

#include "mutants.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::ids {
namespace {

constexpr std::string_view suffix_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
constexpr std::size_t group_size = 5;

// The five capitals a suffix character stands for, lowest bit first; more than five bits where it stands for none.
unsigned capitals_of(char suffix) {
  const auto value = static_cast<unsigned char>(suffix);
  return text::is_alpha(suffix) ? (value & 0x1FU) - 1 : value - unsigned{'0'} + 26;
}

bool has_both_cases(std::string_view text) {
  return std::any_of(text.begin(), text.end(), text::is_upper) && std::any_of(text.begin(), text.end(), text::is_lower);
}

}  // namespace

struct SalesforceIdParser {
  static SalesforceId from15(std::string_view input) {
    SalesforceId id;
    std::copy(input.begin(), input.end(), id.text_.begin());
    if constexpr (mutant == Mutant::lower_case_ids) {
      std::transform(input.begin(), input.end(), id.text_.begin(), text::to_lower);
      input = id.text().substr(0, input.size());
    }
    for (std::size_t group = 0; group < 3; ++group) {
      unsigned capitals = 0;
      for (std::size_t i = 0; i < group_size; ++i) {
        if (text::is_upper(input[group * group_size + i])) capitals |= 1U << i;
      }
      id.text_[15 + group] = suffix_alphabet[capitals];
    }
    return id;
  }

  static Result<ParsedSalesforceId, Code> from18(std::string_view input) {
    ParsedSalesforceId parsed;
    for (std::size_t group = 0; group < 3; ++group) {
      const unsigned capitals = capitals_of(input[15 + group]);
      if (capitals >= 1U << group_size) return Code::id_checksum;
      for (std::size_t i = 0; i < group_size; ++i) {
        const std::size_t place = group * group_size + i;
        const bool capital = ((capitals >> i) & 1U) != 0;
        if (capital && !text::is_alpha(input[place])) return Code::id_checksum;
        parsed.id.text_[place] = capital ? text::to_upper(input[place]) : text::to_lower(input[place]);
      }
      parsed.id.text_[15 + group] = text::to_upper(input[15 + group]);
    }
    // Capitals are lost all at once. Where some are left and say otherwise, one of the two is mistyped: another record's.
    const std::string_view body = input.substr(0, 15);
    if (has_both_cases(body) && body != parsed.id.text15()) return Code::id_checksum;
    parsed.case_repaired = parsed.id.text() != input;
    return parsed;
  }
};

Result<ParsedSalesforceId, Code> parse_salesforce_id(std::string_view input) {
  if (input.size() != 15 && input.size() != 18) return Code::id_syntax;
  if (!std::all_of(input.begin(), input.end(), text::is_alnum)) return Code::id_syntax;
  if (input.size() == 15) return ParsedSalesforceId{SalesforceIdParser::from15(input), false};
  return SalesforceIdParser::from18(input);
}

}  // namespace vestibule::ids
