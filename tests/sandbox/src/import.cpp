#include "import.hpp"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "body.hpp"
#include "customer_life.hpp"
#include "in_writer.hpp"
#include "tenant.hpp"
#include "vestibule/digest/sha256.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/migration/judge.hpp"
#include "vestibule/validation/result.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

// What is lost at most when the program is killed, and done again when it is run again.
constexpr std::size_t checkpoint = 200;
constexpr std::size_t line_max_bytes = 1024 * 1024;
// Files from Windows begin with one; a request's body must not.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A row that the core takes.
struct Accepted {
  std::size_t row = 0;
  std::string legacy_id;
  std::string digest;
  std::optional<ids::SalesforceId> account;
  Changes changes;
};

struct Totals {
  std::size_t rows = 0;
  std::size_t stored = 0;
  std::size_t known = 0;
  std::size_t refused = 0;
};

// A line about one row, under way.
class Line {
 public:
  Line(std::size_t row, std::string_view legacy_id) {
    text_ = "{\"row\":" + std::to_string(row) + ",\"legacyId\":";
    json::append_string(text_, legacy_id);
  }
  Line& word(std::string_view name, std::string_view value) {
    text_.append(",\"").append(name).append("\":");
    json::append_string(text_, value);
    return *this;
  }
  Line& number(std::string_view name, std::size_t value) {
    text_.append(",\"").append(name).append("\":").append(std::to_string(value));
    return *this;
  }
  Line& findings(const std::vector<Finding>& findings) {
    text_ += ",\"findings\":[";
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (i > 0) text_ += ',';
      text_ += "{\"code\":";
      json::append_string(text_, to_string(findings[i].code));
      text_ += ",\"pointer\":";
      json::append_string(text_, findings[i].pointer);
      text_ += '}';
    }
    text_ += ']';
    return *this;
  }
  void print() { std::printf("%s}\n", text_.c_str()); }

 private:
  std::string text_;
};

class Import {
 public:
  explicit Import(Store* store) : store_{store} {}

  void add(const std::string& line) {
    ++totals_.rows;
    Problems problems;
    const nlohmann::json json = read_body(line, problems).value_or(nlohmann::json{});
    if (!json.is_object() || !json.contains("customer") || !json["customer"].is_object() ||
        !is_text(json, "legacyId") || (json.contains("externalId") && !is_text(json, "externalId"))) {
      return refuse(Line{totals_.rows, ""}.word("fault", "syntax"));
    }
    const std::string legacy_id = json["legacyId"].get<std::string>();
    const std::string external_id = json.value("externalId", "");
    const std::string fields = json["customer"].dump();
    migration::Row row{.legacy_id = legacy_id, .external_id = std::nullopt, .fields = fields};
    if (json.contains("externalId")) row.external_id = external_id;
    judge(row, digest::to_hex(digest::sha256(line)));
  }

  void finish() {
    store_waiting();
    std::printf("{\"rows\":%zu,\"stored\":%zu,\"known\":%zu,\"refused\":%zu}\n", totals_.rows, totals_.stored,
                totals_.known, totals_.refused);
  }

  [[nodiscard]] bool all_taken() const { return totals_.refused == 0; }

 private:
  static bool is_text(const nlohmann::json& json, const char* name) {
    return json.contains(name) && json[name].is_string();
  }

  void refuse(Line& line) {
    ++totals_.refused;
    line.print();
  }
  void refuse(Line&& line) { refuse(line); }

  void judge(const migration::Row& row, std::string digest) {
    migration::Verdict verdict = judge_.add(row);
    Line line{totals_.rows, row.legacy_id};
    if (verdict.fault != migration::Fault::none) {
      line.word("fault", migration::to_string(verdict.fault));
      if (verdict.other != 0) line.number("other", verdict.other);
      if (verdict.fault == migration::Fault::fields) line.findings(verdict.check.findings);
      return refuse(line);
    }
    if (verdict.same_but_case != 0) line.number("sameButCase", verdict.same_but_case).print();
    if (store_ == nullptr) return;
    waiting_.push_back({totals_.rows, std::string{row.legacy_id}, std::move(digest), verdict.account,
                        changes_of(customers_table(), verdict.check.value)});
    if (waiting_.size() == checkpoint) store_waiting();
  }

  void store_waiting() {
    if (waiting_.empty()) return;
    in_writer(*store_, [this](Repositories& repositories) {
      for (Accepted& row : waiting_) store_row(repositories, row);
    });
    waiting_.clear();
  }

  void store_row(Repositories& repositories, Accepted& row) {
    if (const auto digest = repositories.migrated.digest_of(row.legacy_id)) {
      if (*digest != row.digest) return refuse(Line{row.row, row.legacy_id}.word("fault", "legacy_id_changed"));
      ++totals_.known;
      return;
    }
    if (row.account && repositories.lives.holder_of(row.account->text())) {
      return refuse(Line{row.row, row.legacy_id}.word("fault", "external_id_taken"));
    }
    const std::string id = ids::to_string(migration::customer_id_of(row.legacy_id));
    row.changes.push_back({customers_table().place("id"), id});
    const Occasion occasion{"import", now()};
    const auto made = repositories.customers.create({std::move(row.changes)}, occasion.time);
    if (const auto* refusal = std::get_if<Refusal>(&made)) {
      return refuse(Line{row.row, row.legacy_id}.word("fault", problem_of(refusal->reason, "").code));
    }
    tell_created(repositories, std::get<std::vector<Values>>(made).front(), occasion);
    if (row.account) {
      tell(repositories, id,
           {.kind = lifecycle::EventKind::link_set, .account = *row.account, .source = lifecycle::Source::import},
           occasion);
    }
    repositories.migrated.add(row.legacy_id, id, row.digest);
    ++totals_.stored;
  }

  Store* store_;  // nullptr: only judged
  migration::Judge judge_{check_options(validation::Operation::create)};
  std::vector<Accepted> waiting_;
  Totals totals_;
};

}  // namespace

int import_customers(const Options& options) {
  std::ifstream file{options.import, std::ios::binary};
  if (!file) throw std::runtime_error{"--import: cannot read the file"};
  std::optional<Store> store;
  if (!options.dry_run) store.emplace(options.database);
  Import import{store ? &*store : nullptr};
  bool first = true;
  for (std::string line; std::getline(file, line); first = false) {
    if (first && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
    if (line.size() > line_max_bytes) throw std::runtime_error{"--import: a line of over 1 MiB"};
    if (!line.empty()) import.add(line);
  }
  if (file.bad()) throw std::runtime_error{"--import: cannot read the file"};
  import.finish();
  return import.all_taken() ? 0 : 1;
}

}  // namespace vestibule::sandbox
