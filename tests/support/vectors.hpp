/// Reading tests/vectors: the rule files of our own, and the suites of others. tests/vectors/README.md says what they hold.
/// Depends on: nlohmann/json (in the implementation), validation/options.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/validation/options.hpp"

namespace vestibule::test {

/// What the input of a rule vector is.
enum class Subject : std::uint8_t {
  record,         ///< JSON text of one record
  batch,          ///< JSON text of an array of records
  form,           ///< a form body
  string,         ///< a JSON string value of one field of an otherwise valid record
  literal,        ///< any JSON value, as its text, of one field of an otherwise valid record
  uuid,           ///< an id by itself
  tax_id,         ///< a tax number by itself, of the scheme of the test
  salesforce_id,  ///< an id by itself, of an account unless the flag "any-object" is set
};

struct RuleTest {
  std::string id;
  std::string comment;
  std::vector<std::string> flags;
  Subject subject{};
  std::string field;   ///< of `string` and `literal`
  std::string scheme;  ///< of `tax_id`
  std::string country;
  std::string input;
  std::string outcome;
  std::optional<std::string> output;  ///< where the file has none: the input itself
  bool output_is_null = false;        ///< the value is left out (create) or emptied (patch)
  std::vector<std::string> codes;     ///< in order; with a finding count: each once, in order of first appearance
  std::optional<std::size_t> finding_count;  ///< where listing every code would be long
  std::vector<std::string> pointers;         ///< empty: not said
  std::optional<std::string> suggestion;

  [[nodiscard]] bool has_flag(std::string_view flag) const;
  /// `country` of the result points into this test.
  [[nodiscard]] validation::Options options() const;
};

struct RuleFile {
  std::string rule;
  std::vector<RuleTest> tests;
};

/// Every rule file, in the order of their names.
[[nodiscard]] std::vector<RuleFile> load_rule_files();

struct SuiteCase {
  std::string input;
  std::optional<bool> valid;  ///< absent: the suite gives no verdict
  std::string name;           ///< of JSONTestSuite; country and input of the phone numbers; else ""
  std::string id15;           ///< of the Salesforce ids, else ""
  std::string scheme;         ///< of the tax numbers, else ""
  std::string country;        ///< alpha-2, else ""
  std::string kind;           ///< of the dates; "any" of phone numbers that need not be mobiles; else ""
  /// Of host names `ascii`, of web addresses `href`, of misspelt domains `suggest`; absent where the suite has null or none.
  std::optional<std::string> answer;
  bool web = true;  ///< of web addresses: false where the suite says that it is none of http or https

  /// What deviations.json calls it: its name, or else its input, behind its scheme where the suite has many.
  [[nodiscard]] std::string id() const {
    if (scheme.find('/') != std::string::npos) return scheme + " " + input;
    return name.empty() ? input : name;
  }
};

/// One of tests/vectors/suites, by its name without ".json".
[[nodiscard]] std::vector<SuiteCase> load_suite(std::string_view name);

/// tests/vectors/deviations.json.
struct Deviations {
  std::map<std::string, std::string> reasons;                       ///< short name to sentence
  std::map<std::string, std::map<std::string, std::string>> cases;  ///< suite to case to short name
  std::map<std::string, std::string> pinned;  ///< JSON texts without a verdict: "accepted" or a code
};

[[nodiscard]] Deviations load_deviations();

[[nodiscard]] std::string vectors_folder();
/// Whole file as bytes; a test that cannot read its data ends the program with a sentence.
[[nodiscard]] std::string read_file(const std::string& path);
[[nodiscard]] std::string from_hex(std::string_view hex);
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace vestibule::test
