/// Splitting a command line into options and operands, and telling the user what is wrong with it.
/// Depends on: nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vestibule::cli {

/// One option a command takes.
struct OptionSpec {
  std::string_view name;  ///< "--of"
  bool takes_value = true;
};

struct Arguments {
  std::vector<std::pair<std::string_view, std::string_view>> options;  ///< name and value, in the order given
  std::vector<std::string_view> operands;
  bool help = false;
  std::string problem;  ///< a sentence; "" when the command line could be read

  [[nodiscard]] bool has(std::string_view name) const;
  /// The value given last; "" when the option is not there.
  [[nodiscard]] std::string_view value(std::string_view name) const;
};

/// Reads what follows the command's name. "--name value" and "--name=value" mean the same; "--" ends the options; "-"
/// alone is an operand.
[[nodiscard]] Arguments read_arguments(std::span<const char* const> words, std::span<const OptionSpec> known);

/// Prints "vestibule: <sentence>" on standard error, with control characters of what was typed replaced.
void complain(std::string_view sentence);

}  // namespace vestibule::cli
