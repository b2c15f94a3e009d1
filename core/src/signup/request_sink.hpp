// Turns the JSON events of a request into what accompanies it and the records in it. Internal to signup.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "validation/record_sink.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/signup/request.hpp"

namespace vestibule::signup {

struct FormMember {
  std::string_view name;
  std::string Form::*place;
};

inline constexpr FormMember form_members[] = {
    {"token", &Form::token},   {"secret", &Form::secret}, {"trap", &Form::trap},
    {"locale", &Form::locale}, {"rules", &Form::rules},   {"key", &Form::key},
};

inline std::string Form::*find_form_member(std::string_view name) {
  for (const FormMember& member : form_members) {
    if (member.name == name) return member.place;
  }
  return nullptr;
}

inline Finding error(Code code, std::string pointer, std::vector<std::string> params = {}) {
  return {code, Severity::error, std::move(pointer), std::move(params), std::nullopt};
}

// Stores one accompanying value, or says why not.
inline std::optional<Finding> set_form_value(Form& form, std::string_view name, std::string_view value) {
  std::string pointer = "/form";
  json::append_pointer_token(pointer, name);
  const auto place = find_form_member(name);
  if (place == nullptr) return error(Code::field_unknown, std::move(pointer));
  if (value.size() > form_value_max_bytes) {
    return error(Code::text_too_long, std::move(pointer), {std::to_string(form_value_max_bytes), "characters"});
  }
  form.*place = value;
  return std::nullopt;
}

// One of the records of a request, while it is read.
struct Section {
  std::string_view name;
  validation::RecordSink* sink;
  bool is_there = false;
};

// Reads the envelope and hands what stands under "customer" and "contact" to a RecordSink each.
class RequestSink final : public json::Sink {
 public:
  RequestSink(Request& request, std::span<Section> records) : request_{request}, records_{records} {}

  void scalar(json::Scalar kind, std::string_view text) override {
    if (record_ != nullptr) return record_->sink->scalar(kind, text);
    if (depth_ == 0) {
      shape_problem_ = json::Problem{Code::json_shape, "", {"object"}};
    } else if (depth_ == 1) {
      top_level_scalar(kind, text);
    } else if (depth_ == 2 && in_form_) {
      if (kind != json::Scalar::string) {
        add(error(Code::field_type, pointer(), {"string"}));
      } else if (auto finding = set_form_value(request_.form, name_, text)) {
        add(std::move(*finding));
      }
    }
  }

  void key(std::string_view name) override {
    if (record_ != nullptr) return record_->sink->key(name);
    (depth_ == 1 ? section_ : name_) = name;
    if (depth_ == 1) name_.clear();
  }

  void begin(bool object) override {
    ++depth_;
    if (record_ != nullptr) return record_->sink->begin(object);
    if (depth_ == 1) {
      if (!object) shape_problem_ = json::Problem{Code::json_shape, "", {"object"}};
    } else if (depth_ == 2) {
      begin_section(object);
    } else if (depth_ == 3 && in_form_) {
      add(error(Code::field_type, pointer(), {"string"}));
    }
  }

  void end() override {
    if (record_ != nullptr) record_->sink->end();
    if (depth_ == 2) {
      record_ = nullptr;
      in_form_ = false;
    }
    --depth_;
  }

  [[nodiscard]] std::string pointer() const override {
    std::string pointer = row_pointer();
    if (record_ != nullptr) return pointer + record_->sink->pointer();
    if (depth_ >= 1 && pointer.empty()) json::append_pointer_token(pointer, section_);
    if (depth_ >= 2 && in_form_) json::append_pointer_token(pointer, name_);
    return pointer;
  }
  [[nodiscard]] std::string row_pointer() const override {
    if (record_ != nullptr) return "/" + std::string{record_->name};
    return in_form_ ? "/form" : "";
  }

  [[nodiscard]] const std::optional<json::Problem>& shape_problem() const { return shape_problem_; }
  [[nodiscard]] bool has_version() const { return has_version_; }

 private:
  void top_level_scalar(json::Scalar kind, std::string_view text) {
    if (section_ == "v") {
      has_version_ = kind == json::Scalar::number && text == "1";
    } else if (Section* record = find_record(); record != nullptr || section_ == "form") {
      if (record != nullptr) record->is_there = true;
      add(error(Code::field_type, "/" + section_, {"object"}));
    } else {
      add_unknown();
    }
  }

  void begin_section(bool object) {
    record_ = find_record();
    if (record_ != nullptr) {
      record_->is_there = true;
      record_->sink->begin(object);
    } else if (section_ == "form") {
      in_form_ = object;
      if (!object) add(error(Code::field_type, "/form", {"object"}));
    } else if (section_ != "v") {
      add_unknown();
    }
  }

  Section* find_record() const {
    for (Section& record : records_) {
      if (record.name == section_) return &record;
    }
    return nullptr;
  }

  void add_unknown() {
    std::string pointer;
    json::append_pointer_token(pointer, section_);
    add(error(Code::field_unknown, std::move(pointer)));
  }

  void add(Finding finding) {
    if (request_.findings.size() < limits::findings_max_row) {
      request_.findings.push_back(std::move(finding));
    } else {
      request_.truncated = true;
    }
  }

  Request& request_;
  std::span<Section> records_;
  std::size_t depth_ = 0;
  std::string section_;        // the member of the envelope the reader is in
  std::string name_;           // the member of "form"
  Section* record_ = nullptr;  // the record the reader is in
  bool in_form_ = false;
  bool has_version_ = false;
  std::optional<json::Problem> shape_problem_;
};

}  // namespace vestibule::signup
