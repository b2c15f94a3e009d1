#include "tests/support/vectors.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "vestibule/atlas/builtin.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::test {
namespace {

using Json = nlohmann::json;

[[noreturn]] void stop(const std::string& sentence) {
  std::fprintf(stderr, "tests/vectors: %s\n", sentence.c_str());
  std::abort();
}

Json parse_file(const std::string& path) {
  Json document = Json::parse(read_file(path), nullptr, false);
  if (document.is_discarded()) stop(path + " is not JSON");
  return document;
}

std::string text_at(const Json& object, const char* key, std::string otherwise = {}) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

std::vector<std::string> texts_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::vector<std::string>{} : found->get<std::vector<std::string>>();
}

Subject subject_of(const std::string& name) {
  constexpr std::pair<std::string_view, Subject> names[] = {
      {"record", Subject::record},   {"batch", Subject::batch},
      {"form", Subject::form},       {"string", Subject::string},
      {"literal", Subject::literal}, {"uuid", Subject::uuid},
      {"tax-id", Subject::tax_id},   {"salesforce-id", Subject::salesforce_id}};
  for (const auto& [candidate, subject] : names) {
    if (candidate == name) return subject;
  }
  stop("no subject is called \"" + name + "\"");
}

std::string input_of(const Json& test) {
  if (test.contains("inputHex")) return from_hex(text_at(test, "inputHex"));
  if (!test.contains("inputParts")) return text_at(test, "input");
  std::string input;
  for (const Json& part : test["inputParts"]) {
    const std::string unit = part[0].get<std::string>();
    for (auto times = part[1].get<std::size_t>(); times > 0; --times) input += unit;
  }
  return input;
}

RuleTest read_test(const Json& file, const Json& test) {
  RuleTest read;
  read.id = text_at(test, "id");
  read.comment = text_at(test, "comment");
  read.flags = texts_at(test, "flags");
  read.subject = subject_of(text_at(test, "subject", text_at(file, "subject")));
  read.field = text_at(test, "field", text_at(file, "field"));
  read.scheme = text_at(test, "scheme");
  read.country = text_at(test, "country");
  read.input = input_of(test);
  read.outcome = text_at(test, "outcome");
  const auto output = test.find("output");
  if (output != test.end() && output->is_string()) read.output = output->get<std::string>();
  read.output_is_null = output != test.end() && output->is_null();
  read.codes = texts_at(test, "codes");
  if (test.contains("findingCount")) read.finding_count = test["findingCount"].get<std::size_t>();
  read.pointers = texts_at(test, "pointers");
  if (test.contains("suggestion")) read.suggestion = text_at(test, "suggestion");
  return read;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    bits = bits << 6 | static_cast<unsigned>(alphabet.find(c));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<char>(bits >> count & 0xFF));
  }
  return bytes;
}

}  // namespace

bool RuleTest::has_flag(std::string_view flag) const {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

validation::Options RuleTest::options() const {
  validation::Options options;
  if (has_flag("api")) options.strictness = validation::Strictness::api;
  if (has_flag("patch")) options.operation = validation::Operation::patch;
  if (has_flag("contact")) options.of = catalogue::Entity::contact;
  if (!has_flag("no-atlas")) options.atlas = &atlas::builtin();
  options.country = country;
  return options;
}

std::vector<RuleFile> load_rule_files() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator{vectors_folder()}) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".json") && name != "schema.json" && name != "deviations.json" && name != "rows.json")
      paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<RuleFile> files;
  for (const std::string& path : paths) {
    const Json document = parse_file(path);
    RuleFile file{text_at(document, "rule"), {}};
    for (const Json& test : document["tests"]) file.tests.push_back(read_test(document, test));
    files.push_back(std::move(file));
  }
  return files;
}

std::vector<SuiteCase> load_suite(std::string_view name) {
  const Json document = parse_file(vectors_folder() + "/suites/" + std::string{name} + ".json");
  std::vector<SuiteCase> cases;
  for (const Json& from : document["cases"]) {
    SuiteCase read;
    read.input = from.contains("base64") ? from_base64(text_at(from, "base64")) : text_at(from, "input");
    if (from["valid"].is_boolean()) read.valid = from["valid"].get<bool>();
    read.name = text_at(from, "name");
    read.id15 = text_at(from, "id15");
    read.scheme = text_at(from, "scheme");
    read.country = text_at(from, "country");
    read.kind = text_at(from, "kind");
    for (const char* key : {"ascii", "href", "suggest"}) {
      if (from.contains(key) && from[key].is_string()) read.answer = from[key].get<std::string>();
    }
    read.web = from.value("web", true);
    if (from.contains("mobile_only") && !from["mobile_only"].get<bool>()) read.kind = "any";
    // The same number is one thing in one country, or for one question, and another elsewhere.
    if (name.starts_with("phone.") && !read.country.empty()) read.name = read.country + " " + read.input;
    if (read.kind == "any") read.name = "any " + read.id();
    cases.push_back(std::move(read));
  }
  return cases;
}

Deviations load_deviations() {
  const Json document = parse_file(vectors_folder() + "/deviations.json");
  Deviations deviations;
  document["reasons"].get_to(deviations.reasons);
  document["cases"].get_to(deviations.cases);
  document["pinned"].get_to(deviations.pinned);
  return deviations;
}

std::string vectors_folder() { return VESTIBULE_VECTORS; }

std::string read_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) stop("cannot read " + path);
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string from_hex(std::string_view hex) {
  std::string bytes;
  int high = -1;
  for (const char c : hex) {
    const int value = text::hex_value(c);
    if (value < 0) continue;  // spaces between bytes
    if (high < 0) {
      high = value;
    } else {
      bytes.push_back(static_cast<char>(high * 16 + value));
      high = -1;
    }
  }
  return bytes;
}

std::string to_hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex.push_back(digits[byte >> 4]);
    hex.push_back(digits[byte & 0xF]);
  }
  return hex;
}

}  // namespace vestibule::test
