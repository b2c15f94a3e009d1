// Writes a seed corpus for every fuzzer, made of tests/vectors, into OUT_DIR/<fuzzer>/.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/support/sample.hpp"
#include "tests/support/vectors.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/checks/tax_id.hpp"
#include "vestibule/digest/sha256.hpp"
#include "vestibule/json/write.hpp"

namespace {

using namespace vestibule;
using test::Subject;

constexpr std::size_t longest_seed = 4096;

class Corpus {
 public:
  Corpus(const std::filesystem::path& out, const char* fuzzer) : folder_{out / fuzzer} {
    std::filesystem::create_directories(folder_);
  }

  // The name is the digest, so that writing a seed again changes nothing.
  void add(const std::string& bytes) {
    if (bytes.size() > longest_seed) return;
    std::ofstream{folder_ / digest::to_hex(digest::sha256(bytes)).substr(0, 16), std::ios::binary} << bytes;
    ++seeds_;
  }

  [[nodiscard]] std::size_t seeds() const { return seeds_; }

 private:
  std::filesystem::path folder_;
  std::size_t seeds_ = 0;
};

// The first byte of a fuzzer's input; see options_from() in oracle.hpp.
char option_byte(const test::RuleTest& from) {
  const unsigned country = from.country == "US" ? 1 : from.country == "DE" ? 2 : from.country == "ZZ" ? 3 : 0;
  return static_cast<char>((from.has_flag("patch") ? 1U : 0U) | (from.has_flag("api") ? 2U : 0U) | country << 2 |
                           (from.has_flag("contact") ? 16U : 0U) | (from.has_flag("no-atlas") ? 0U : 32U));
}

// The first byte of fuzz_tax_date's input is the scheme.
std::string tax_seed(const test::RuleTest& from) {
  const auto scheme = checks::find_tax_scheme(from.scheme);
  return std::string(1, static_cast<char>(scheme.value())) + from.input;
}

// The second byte of fuzz_field's input says which field; "" for a test that is of none.
std::string field_seed(const test::RuleTest& from) {
  const catalogue::Entity of = from.options().of;
  const auto field = catalogue::find_field(from.field, of);
  if (!field) return {};
  std::string seed{option_byte(from), static_cast<char>(catalogue::index(*field) - catalogue::fields_of(of).begin)};
  if (from.subject == Subject::string) {
    json::append_string(seed, from.input);
  } else {
    seed += from.input;
  }
  return seed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: make_seeds OUT_DIR\n", stderr);
    return 2;
  }
  const std::filesystem::path out{argv[1]};
  Corpus json{out, "fuzz_json"};
  Corpus check{out, "fuzz_check"};
  Corpus field{out, "fuzz_field"};
  Corpus form{out, "fuzz_form"};
  Corpus hosts{out, "fuzz_hosts"};
  Corpus ids{out, "fuzz_ids"};
  Corpus scanners{out, "fuzz_scanners"};
  Corpus tax_date{out, "fuzz_tax_date"};
  for (const test::RuleFile& file : test::load_rule_files()) {
    for (const test::RuleTest& one : file.tests) {
      const std::string options(1, option_byte(one));
      if (one.subject == Subject::tax_id) {
        tax_date.add(tax_seed(one));
        continue;
      }
      if (one.subject == Subject::uuid || one.subject == Subject::salesforce_id) {
        ids.add(one.input);
      } else {
        (one.subject == Subject::form ? form : json).add(options + test::text_of(one));
      }
      if (one.subject == Subject::string || one.subject == Subject::literal) {
        scanners.add(one.input);
        if (const std::string seed = field_seed(one); !seed.empty()) field.add(seed);
      }
      if (const auto members = test::members_of(one)) {
        const auto raw = static_cast<char>(static_cast<unsigned char>(options[0]) | 0x80U);
        check.add(std::string(1, raw) + test::to_packed(*members, one.options().of));
        form.add(options + test::to_form(*members));
      }
    }
  }
  for (const test::SuiteCase& one : test::load_suite("json.nst-parsing")) json.add(std::string(1, '\0') + one.input);
  for (const char* suite :
       {"hostname.wpt-toascii", "hostname.wpt-idnatestv2", "url.wpt-urltestdata", "email-typo.mailcheck"}) {
    for (const test::SuiteCase& one : test::load_suite(suite)) hosts.add(one.input);
  }
  for (const test::SuiteCase& one : test::load_suite("datetime.toml-test")) tax_date.add("0" + one.input);
  for (const test::SuiteCase& one : test::load_suite("naughty.blns")) scanners.add(one.input);
  std::printf("seeds: %zu json, %zu check, %zu field, %zu form, %zu hosts, %zu ids, %zu scanners, %zu tax_date\n",
              json.seeds(), check.seeds(), field.seeds(), form.seeds(), hosts.seeds(), ids.seeds(), scanners.seeds(),
              tax_date.seeds());
  return 0;
}
