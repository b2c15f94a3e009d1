#include "check_options.hpp"

#include "vestibule/atlas/builtin.hpp"
#include "vestibule/catalogue/country.hpp"

namespace vestibule::cli {
namespace {

using catalogue::Entity;
using validation::Operation;
using validation::Strictness;

// Sets `chosen` to what the option's value names; false when it names neither.
template <class Choice>
bool choose(const Arguments& arguments, std::string_view option, std::string_view first_name, Choice first,
            std::string_view second_name, Choice second, Choice& chosen) {
  if (!arguments.has(option)) return true;
  const std::string_view value = arguments.value(option);
  chosen = value == second_name ? second : first;
  return value == first_name || value == second_name;
}

}  // namespace

CheckOptions read_check_options(const Arguments& arguments) {
  CheckOptions read;
  validation::Options& options = read.options;
  options.atlas = &atlas::builtin();
  if (!choose(arguments, "--of", "customer", Entity::customer, "contact", Entity::contact, options.of)) {
    read.problem = "--of is customer or contact.";
  } else if (!choose(arguments, "--strictness", "signup", Strictness::signup, "api", Strictness::api,
                     options.strictness)) {
    read.problem = "--strictness is signup or api.";
  } else if (!choose(arguments, "--op", "create", Operation::create, "patch", Operation::patch, options.operation)) {
    read.problem = "--op is create or patch.";
  } else if (arguments.has("--country")) {
    options.country = catalogue::find_country(arguments.value("--country"));
    if (options.country.empty()) read.problem = "--country is two letters of ISO 3166-1, like DE.";
  }
  return read;
}

}  // namespace vestibule::cli
