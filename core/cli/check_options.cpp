#include "check_options.hpp"

#include <array>
#include <utility>

#include "input.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/catalogue/country.hpp"
#include "vestibule/catalogue/explanation.hpp"
#include "vestibule/limits.hpp"

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

// " /v profile.version: This version of a profile is not known.", with what the finding says about its place in the words.
void append_mistake(std::string& out, const Finding& finding) {
  if (!finding.pointer.empty()) out += ' ' + finding.pointer;
  std::string words{catalogue::explanation(finding.code).words};
  for (std::size_t i = 0; i < finding.params.size(); ++i) {
    const std::string slot = '{' + std::string{info(finding.code).params[i]} + '}';
    const std::size_t at = words.find(slot);
    if (at != std::string::npos) words.replace(at, slot.size(), finding.params[i]);
  }
  out += ' ' + std::string{to_string(finding.code)} + ": " + words;
  if (finding.suggestion) out += " Perhaps: " + *finding.suggestion + '.';
}

// Reads the profile of a file into the options.
void read_profile(std::string_view path, CheckOptions& read) {
  Input file{path};
  std::string text;
  std::array<char, 4096> buffer{};
  // One byte too many is enough to be refused.
  while (text.size() <= limits::profile_max_bytes) {
    const std::string_view part = file.read(buffer);
    if (part.empty()) break;
    text += part;
  }
  if (!file.problem().empty()) {
    read.problem = file.problem();
    return;
  }
  auto parsed = profile::Profile::parse(text);
  if (parsed) {
    read.profile = std::make_unique<const profile::Profile>(std::move(parsed.value()));
    read.options.profile = read.profile.get();
    return;
  }
  read.problem = "the profile " + std::string{path} + " has mistakes:";
  for (const Finding& finding : parsed.error()) append_mistake(read.problem, finding);
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
  if (read.problem.empty() && arguments.has("--profile")) read_profile(arguments.value("--profile"), read);
  return read;
}

}  // namespace vestibule::cli
