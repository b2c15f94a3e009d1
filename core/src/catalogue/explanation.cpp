#include "vestibule/catalogue/explanation.hpp"

#include <cstddef>
#include <iterator>

namespace vestibule::catalogue {
namespace {

constexpr Explanation explanations[] = {
#define VESTIBULE_EXPLANATION(enumerator, words, rule, source, fix) Explanation{words, rule, source, fix},
#include "vestibule/generated/explanations.inc"
#undef VESTIBULE_EXPLANATION
};
static_assert(std::size(explanations) == std::size(code_table), "one explanation per code, in the order of the codes");

}  // namespace

const Explanation& explanation(Code code) { return explanations[static_cast<std::size_t>(code)]; }

std::optional<Code> find_code(std::string_view name) {
  for (std::size_t i = 0; i < std::size(code_table); ++i) {
    if (code_table[i].name == name) return static_cast<Code>(i);
  }
  return std::nullopt;
}

}  // namespace vestibule::catalogue
