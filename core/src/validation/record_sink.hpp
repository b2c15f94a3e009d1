// Turns JSON events into records. Internal to validation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "json/events.hpp"
#include "members.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/validation/options.hpp"

namespace vestibule::validation {

enum class Shape : std::uint8_t { record, batch };

// Calls on_record(row) whenever a record is complete. A wrong shape is remembered, not reported at once: a text that is
// not JSON at all must say so whatever its shape.
class RecordSink final : public json::Sink {
 public:
  using OnRecord = std::function<void(std::size_t row)>;

  RecordSink(Shape shape, const Options& options, customer::RecordView& record, std::size_t text_bytes,
             OnRecord on_record)
      : record_depth_{shape == Shape::batch ? 2U : 1U},
        names_{options.of, options.profile},
        record_{record},
        text_bytes_{text_bytes},
        on_record_{std::move(on_record)} {
    record_.start(text_bytes_);
  }

  void scalar(json::Scalar kind, std::string_view text) override {
    if (depth_ < record_depth_) {
      wrong_shape(depth_);
      if (depth_ + 1 == record_depth_) ++row_;  // it stands where a record should
      return;
    }
    if (depth_ == record_depth_) return member({value_kind(kind), keep(kind, text), 0, 0});
    if (depth_ != record_depth_ + 1 || member_.kind != customer::ValueKind::array) return;
    if (kind != json::Scalar::string) {
      member_.kind = customer::ValueKind::other;
    } else {
      record_.add_item(record_.keep(text));
      ++member_.item_count;
    }
  }

  void key(std::string_view name) override {
    if (depth_ == record_depth_) name_ = name;
  }

  void begin(bool object) override {
    ++depth_;
    if (depth_ <= record_depth_) {
      const bool wanted = depth_ == record_depth_;  // the record is an object, what stands around it an array
      if (object != wanted) wrong_shape(depth_ - 1);
      in_record_ = wanted && object;
    } else if (depth_ == record_depth_ + 1) {
      member_ = {object ? customer::ValueKind::other : customer::ValueKind::array,
                 {},
                 static_cast<std::uint32_t>(record_.items().size()),
                 0};
    } else {
      member_.kind = customer::ValueKind::other;
    }
  }

  void end() override {
    if (depth_ == record_depth_ + 1) member(member_);
    if (depth_ == record_depth_) {
      if (!wrong_shape_) on_record_(row_);
      record_.start(text_bytes_);
      name_.clear();
      ++row_;
    }
    --depth_;
  }

  [[nodiscard]] std::string pointer() const override {
    std::string pointer = row_pointer();
    if (depth_ >= record_depth_ && in_record_) json::append_pointer_token(pointer, name_);
    return pointer;
  }
  [[nodiscard]] std::string row_pointer() const override {
    return record_depth_ == 2 ? "/" + std::to_string(row_) : std::string{};
  }

  [[nodiscard]] const std::optional<json::Problem>& shape_problem() const { return wrong_shape_; }
  [[nodiscard]] std::size_t rows() const { return row_; }

 private:
  static customer::ValueKind value_kind(json::Scalar kind) {
    switch (kind) {
      case json::Scalar::null: return customer::ValueKind::null;
      case json::Scalar::boolean_true: return customer::ValueKind::boolean_true;
      case json::Scalar::boolean_false: return customer::ValueKind::boolean_false;
      case json::Scalar::number: return customer::ValueKind::number;
      case json::Scalar::string: return customer::ValueKind::string;
    }
    return customer::ValueKind::other;
  }

  // Number literals are views of the text itself and stay; strings belong to the parser and are kept.
  std::string_view keep(json::Scalar kind, std::string_view text) {
    return kind == json::Scalar::string ? record_.keep(text) : text;
  }

  void member(const customer::ValueView& value) {
    if (const auto known = names_.find(name_)) {
      record_.set(*known, value);
    } else {
      record_.add_unknown(record_.keep(name_));
    }
  }

  // `depth` is that of the place where the value stands: 0 is the top of the text.
  void wrong_shape(std::size_t depth) {
    if (wrong_shape_) return;
    const bool is_record = depth + 1 == record_depth_;
    const bool is_row = is_record && record_depth_ == 2;
    wrong_shape_ = json::Problem{Code::json_shape, is_row ? row_pointer() : "", {is_record ? "object" : "array"}};
  }

  std::size_t record_depth_;
  MemberNames names_;
  customer::RecordView& record_;
  std::size_t text_bytes_;
  OnRecord on_record_;
  std::size_t depth_ = 0;
  std::size_t row_ = 0;
  bool in_record_ = false;  // what stands at the records' depth is an object
  std::string name_;
  customer::ValueView member_;
  std::optional<json::Problem> wrong_shape_;
};

}  // namespace vestibule::validation
