#include "arguments.hpp"

#include <algorithm>
#include <cstdio>

namespace vestibule::cli {

bool Arguments::has(std::string_view name) const {
  return std::any_of(options.begin(), options.end(), [&](const auto& option) { return option.first == name; });
}

std::string_view Arguments::value(std::string_view name) const {
  std::string_view last;
  for (const auto& [option, text] : options) {
    if (option == name) last = text;
  }
  return last;
}

Arguments read_arguments(std::span<const char* const> words, std::span<const OptionSpec> known) {
  Arguments read;
  bool options_end = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (options_end || word == "-" || !word.starts_with('-')) {
      read.operands.push_back(word);
      continue;
    }
    if (word == "--") {
      options_end = true;
      continue;
    }
    if (word == "--help" || word == "-h") {
      read.help = true;
      return read;
    }
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string_view name = word.substr(0, equals);
    const auto spec = std::find_if(known.begin(), known.end(), [&](const OptionSpec& one) { return one.name == name; });
    if (spec == known.end()) {
      read.problem = "there is no option " + std::string{name} + " here; see --help.";
      return read;
    }
    const bool joined = equals < word.size();
    if (!spec->takes_value) {
      if (joined) read.problem = std::string{name} + " takes no value.";
      if (joined) return read;
      read.options.emplace_back(spec->name, std::string_view{});
    } else if (joined) {
      read.options.emplace_back(spec->name, word.substr(equals + 1));
    } else if (++i < words.size()) {
      read.options.emplace_back(spec->name, words[i]);
    } else {
      read.problem = std::string{name} + " needs a value.";
      return read;
    }
  }
  return read;
}

void complain(std::string_view sentence) {
  std::string line{"vestibule: "};
  line += sentence;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  line.push_back('\n');
  std::fputs(line.c_str(), stderr);
}

}  // namespace vestibule::cli
