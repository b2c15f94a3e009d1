/// The command line.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace vestibule::sandbox {

struct Options {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: any free one
  std::string database = "nue.db";
  std::string org;  ///< the Salesforce org's database; "" = org.db beside the other one
  bool control = false;
  std::string key;       ///< what clients must send as nue-api-key
  std::string seed;      ///< a file of customers for an empty database; "" = none
  std::string import;    ///< a file of customers from another system: taken in, then the program ends; "" = none
  bool dry_run = false;  ///< judge the file and write nothing
  bool expose = false;
  std::string tls_certificate;  ///< PEM files; both or neither
  std::string tls_key;
  bool help = false;
};

struct ParsedOptions {
  Options options;
  std::string problem;  ///< a sentence; "" when the command line is fine
};

/// `arguments` without the program's name; `environment_key` is VESTIBULE_SANDBOX_KEY or "".
[[nodiscard]] ParsedOptions parse_options(std::span<const char* const> arguments, std::string environment_key);

[[nodiscard]] const char* help_text();

}  // namespace vestibule::sandbox
