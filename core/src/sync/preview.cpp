#include "vestibule/sync/preview.hpp"

#include <algorithm>

#include "json/tree.hpp"
#include "vestibule/customer/record.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/sync/plan.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_field_json.hpp"

namespace vestibule::sync {
namespace {

using json::NodeKind;

void append_value(std::string& out, const json::Tree& tree, std::uint32_t node) {
  switch (tree[node].kind) {
    case NodeKind::null: out += "null"; return;
    case NodeKind::boolean: out += tree[node].truth ? "true" : "false"; return;
    case NodeKind::number: out += tree[node].text; return;
    case NodeKind::string: return json::append_string(out, tree[node].text);
    case NodeKind::object: out += "{}"; return;  // no field takes one, whatever is in it
    case NodeKind::array:
      out.push_back('[');
      for (std::uint32_t item = tree[node].first; item != 0; item = tree[item].next) {
        if (out.back() != '[') out.push_back(',');
        append_value(out, tree, item);
      }
      out.push_back(']');
      return;
  }
}

// The member of the only record that a check of one field answers; "" where it has none.
std::string value_of(const customer::Record& record) {
  if (record.values.empty()) return {};
  std::string object;
  customer::append_json(object, record);
  const std::size_t begin = object.find(':') + 1;
  return object.substr(begin, object.size() - begin - 1);
}

std::string_view first_utf16(std::string_view text, std::size_t units) {
  std::size_t end = 0;
  while (end < text.size()) {
    const text::Decoded next = text::decode(text, end);
    const std::size_t width = next.code_point > 0xFFFF ? 2 : 1;
    if (width > units) break;
    units -= width;
    end += next.size;
  }
  return text.substr(0, end);
}

// Nue keeps an address it finds doubtful; Salesforce's e-mail fields refuse one (INVALID_EMAIL_ADDRESS).
bool stops(const Finding& finding) { return finding.severity == Severity::error || finding.code == Code::email_syntax; }

PreviewRow judge(catalogue::Field field, const json::Tree& tree, std::uint32_t node,
                 const validation::Options& options) {
  PreviewRow row{.field = field};
  std::string given;
  append_value(given, tree, node);
  const validation::CheckResult result = validation::check_field_json(catalogue::info(field).name, given, options);
  const auto error = std::find_if(result.findings.begin(), result.findings.end(), stops);
  if (error == result.findings.end()) {
    row.value = value_of(result.value);
    if (row.value != given) row.state = PreviewState::changed;
    return row;
  }
  row.code = error->code;
  row.state = PreviewState::refused;
  const std::size_t limit = catalogue::info(field).max_utf16;
  if (error->code == Code::text_too_long && limit > 0 && tree[node].kind == NodeKind::string) {
    row.state = PreviewState::cut;
    json::append_string(row.value, first_utf16(tree[node].text, limit));
  }
  return row;
}

}  // namespace

std::string_view to_string(PreviewState state) {
  constexpr std::string_view names[] = {"kept", "changed", "cut", "refused", "missing"};
  return names[static_cast<std::size_t>(state)];
}

Result<std::vector<PreviewRow>, json::Problem> preview(std::string_view text, const validation::Options& options) {
  std::vector<char> storage;
  json::Tree tree;
  if (auto problem = json::Tree::parse(text, limits::record_max_bytes, storage, tree)) return *std::move(problem);
  if (tree[0].kind != NodeKind::object) return json::Problem{Code::json_shape, "", {"object"}};

  validation::Options each = options;
  each.operation = validation::Operation::patch;
  each.strictness = validation::Strictness::api;
  std::vector<PreviewRow> rows;
  const Plan plan = plan_of(options.of, options.profile);
  for (std::size_t place = 0; place < plan.fields.size(); ++place) {
    const Unit& unit = unit_at(plan, place);
    if (!travels(unit)) continue;
    const catalogue::Field field = plan.fields[place];
    const catalogue::FieldInfo& info = catalogue::info(field);
    const std::uint32_t node = tree.member(0, info.name);
    // What only Nue writes is not judged as a client's value; it travels as it stands.
    const bool own = !info.create && !info.patch;
    PreviewRow row{.field = field};
    if (node != 0 && tree[node].kind != NodeKind::null) {
      if (own) {
        append_value(row.value, tree, node);
      } else {
        // Some fields may only be given at first.
        each.operation = info.patch ? validation::Operation::patch : validation::Operation::create;
        row = judge(field, tree, node, each);
      }
    }
    const bool blank = row.value.empty() && row.state != PreviewState::refused;
    if (blank && info.required) {
      row = {.field = field, .state = PreviewState::missing, .code = Code::field_required};
    } else if (blank) {
      continue;
    }
    row.master = master_of(unit);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace vestibule::sync
