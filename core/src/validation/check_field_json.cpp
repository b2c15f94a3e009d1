#include "vestibule/validation/check_field_json.hpp"

#include <cstddef>
#include <optional>
#include <string>

#include "json/events.hpp"
#include "members.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check.hpp"

namespace vestibule::validation {
namespace {

using customer::ValueKind;

// Turns the JSON events of one value into a member's value.
class ValueSink final : public json::Sink {
 public:
  explicit ValueSink(customer::RecordView& record) : record_{record} {}

  void scalar(json::Scalar kind, std::string_view text) override {
    const std::string_view kept = kind == json::Scalar::string ? record_.keep(text) : text;
    if (depth_ == 0) {
      value_ = {kind_of(kind), kept, 0, 0};
    } else if (depth_ == 1 && value_.kind == ValueKind::array && kind == json::Scalar::string) {
      record_.add_item(kept);
      ++value_.item_count;
    } else {
      value_.kind = ValueKind::other;
    }
  }
  void key(std::string_view) override {}
  void begin(bool object) override { value_.kind = depth_++ == 0 && !object ? ValueKind::array : ValueKind::other; }
  void end() override { --depth_; }
  [[nodiscard]] std::string pointer() const override { return {}; }
  [[nodiscard]] std::string row_pointer() const override { return {}; }

  [[nodiscard]] const customer::ValueView& value() const { return value_; }

 private:
  static ValueKind kind_of(json::Scalar kind) {
    switch (kind) {
      case json::Scalar::null: return ValueKind::null;
      case json::Scalar::boolean_true: return ValueKind::boolean_true;
      case json::Scalar::boolean_false: return ValueKind::boolean_false;
      case json::Scalar::number: return ValueKind::number;
      case json::Scalar::string: return ValueKind::string;
    }
    return ValueKind::other;
  }

  customer::RecordView& record_;
  std::size_t depth_ = 0;
  customer::ValueView value_;
};

}  // namespace

CheckResult check_field_json(std::string_view name, std::string_view text, const Options& options) {
  customer::RecordView record;
  Report report;
  CheckResult result;
  const auto refuse = [&](const json::Problem& problem) {
    result.findings.push_back(make_finding(problem));
    return result;
  };
  if (text.size() > limits::record_max_bytes) {
    return refuse({Code::limit_input, "", {std::to_string(limits::record_max_bytes)}});
  }
  record.start(text.size());
  ValueSink sink{record};
  if (const auto problem = json::read(text, limits::record_max_bytes, sink)) return refuse(*problem);
  if (const auto member = MemberNames{options.of, options.profile}.find(name)) {
    record.set(*member, sink.value());
    check_member(record, *member, options, report);
  } else {
    record.add_unknown(name);
    check_unknown(record, options, report);
  }
  return make_result(report, record);
}

}  // namespace vestibule::validation
