/// The options that say what a check is for, shared by "check" and "check-field".
/// Depends on: arguments.
#pragma once

#include <memory>
#include <string>

#include "arguments.hpp"
#include "vestibule/profile/profile.hpp"
#include "vestibule/validation/options.hpp"

namespace vestibule::cli {

inline constexpr OptionSpec check_option_specs[] = {{"--of"},      {"--strictness"}, {"--op"},
                                                    {"--country"}, {"--profile"},    {"--lines", false}};

/// The part of a command's help that describes them.
inline constexpr const char* check_options_help =
    R"(  --of customer|contact    which record it is; default customer
  --strictness signup|api  signup (default): what a stranger may set; api: as
                           strict as Nue, values kept as sent
  --op create|patch        create (default) asks for required members; patch
                           judges only what is there, null clears
  --country CC             two letters: where phone numbers without a prefix
                           belong if the record does not say it
  --profile FILE           what the tenant changes about the catalogue, in JSON
                           (core/docs/profile.md)
)";

struct CheckOptions {
  validation::Options options;
  std::unique_ptr<const profile::Profile> profile;  ///< what the options point to; nullptr without --profile
  std::string problem;                              ///< a sentence; "" when all of them make sense
};

/// Reads the values of `check_option_specs`. The atlas of this release is in the options.
[[nodiscard]] CheckOptions read_check_options(const Arguments& arguments);

}  // namespace vestibule::cli
