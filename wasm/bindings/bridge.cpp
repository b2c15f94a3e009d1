#include "bridge.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "vestibule/ids/uuid.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/signup/request.hpp"
#include "vestibule/signup/token.hpp"
#include "vestibule/text/decimal.hpp"
#include "vestibule/validation/check.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_id.hpp"
#include "vestibule/validation/check_json.hpp"
#include "vestibule/validation/read_packed.hpp"

namespace vestibule::bridge {
namespace {

// Options with the letters of the country they name; the view points into the object itself.
class DecodedOptions {
 public:
  DecodedOptions(std::uint32_t bits, const atlas::Atlas* atlas, const profile::Profile* profile)
      : letters_{static_cast<char>((bits >> 8) & 0x7F), static_cast<char>((bits >> 16) & 0x7F)} {
    options_.operation = (bits & option_patch) != 0 ? validation::Operation::patch : validation::Operation::create;
    options_.strictness = (bits & option_api) != 0 ? validation::Strictness::api : validation::Strictness::signup;
    if ((bits & option_no_atlas) == 0) options_.atlas = atlas;
    options_.profile = profile;
    if ((bits & option_contact) != 0) options_.of = catalogue::Entity::contact;
    if (letters_[0] != 0) options_.country = {letters_.data(), letters_.size()};
  }
  DecodedOptions(const DecodedOptions&) = delete;
  DecodedOptions& operator=(const DecodedOptions&) = delete;

  [[nodiscard]] const validation::Options& get() const { return options_; }

 private:
  std::array<char, 2> letters_;
  validation::Options options_;
};

std::uint32_t address(const void* pointer) {
  // 32 bits are all a WebAssembly address has; native tests read texts through the report instead.
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

// Writes where a text lies; gives the place behind.
std::uint32_t* write_range(std::uint32_t* to, validation::TextRange range) {
  *to++ = range.begin;
  *to++ = range.size;
  return to;
}

}  // namespace

std::uint8_t* Bridge::reserve(std::uint32_t size) {
  if (size > limits::record_max_bytes) return nullptr;
  if (input_.size() < size) input_.resize(size);
  input_.reserve(1);  // an empty buffer has an address too: only a refusal has none
  // char may alias anything, so handing out the bytes under their unsigned name is sound.
  return reinterpret_cast<std::uint8_t*>(input_.data());
}

bool Bridge::take_input(std::uint32_t size, std::string_view& input) const {
  if (size > input_.size()) return false;
  input = {input_.data(), size};
  return true;
}

// Reads the packed record; a record that cannot be read becomes the only finding.
bool Bridge::read_input(std::uint32_t size, const validation::Options& options) {
  std::string_view input;
  std::optional problem = validation::PackedProblem{Code::packed_syntax, {}, 0};
  if (take_input(size, input)) problem = validation::read_packed(input, record_, options);
  if (!problem) return true;
  report_.start();
  const std::string max = text::decimal(problem->max);
  if (problem->what.empty()) {
    report_.add(problem->code, Severity::error, validation::whole_record, max);
  } else {
    report_.add(problem->code, Severity::error, validation::whole_record, problem->what, max);
  }
  return false;
}

const std::vector<std::uint32_t>& Bridge::check_packed(std::uint32_t size, std::uint32_t options) {
  const DecodedOptions decoded{options, atlas(), profile()};
  if (read_input(size, decoded.get())) validation::check_record(record_, decoded.get(), report_);
  return answer();
}

const std::vector<std::uint32_t>& Bridge::check_field_packed(std::uint32_t size, std::uint32_t options,
                                                             std::uint32_t field) {
  const DecodedOptions decoded{options, atlas(), profile()};
  if (!read_input(size, decoded.get())) return answer();
  if (field < catalogue::field_count) {
    validation::check_field(record_, static_cast<catalogue::Field>(field), decoded.get(), report_);
  } else if (field >= customer::custom_member && field < customer::unknown_member && profile() != nullptr &&
             field - customer::custom_member < profile()->custom_fields().size()) {
    validation::check_member(record_, static_cast<customer::Member>(field), decoded.get(), report_);
  } else {
    validation::check_unknown(record_, decoded.get(), report_);
  }
  return answer();
}

const std::vector<std::uint32_t>& Bridge::answer() {
  const bool ok = report_.ok();
  const std::size_t values = ok ? report_.values().size() : 0;
  const std::size_t findings = report_.findings().size();
  const std::size_t unchecked = report_.unchecked().size();
  words_.resize(header_words + values * value_words + findings * finding_words + unchecked);
  std::uint32_t* to = words_.data();
  *to++ = (ok ? flag_ok : 0) | (report_.truncated() ? flag_truncated : 0);
  *to++ = static_cast<std::uint32_t>(values);
  *to++ = static_cast<std::uint32_t>(findings);
  *to++ = address(report_.text().data());
  *to++ = static_cast<std::uint32_t>(report_.text().size());
  *to++ = static_cast<std::uint32_t>(unchecked);
  for (std::size_t i = 0; i < values; ++i) {
    const validation::ReportValue& value = report_.values()[i];
    *to++ = static_cast<std::uint32_t>(value.member) | static_cast<std::uint32_t>(value.kind) << 16 |
            (value.changed ? 1U << 24 : 0U);
    to = write_range(to, value.text);
  }
  for (const validation::ReportFinding& finding : report_.findings()) {
    *to++ = static_cast<std::uint32_t>(finding.code) | static_cast<std::uint32_t>(finding.severity) << 16 |
            static_cast<std::uint32_t>(finding.param_count) << 20 | (finding.has_suggestion ? 1U << 24 : 0U);
    *to++ = finding.member;
    to = write_range(to, finding.params[0]);
    to = write_range(to, finding.params[1]);
    to = write_range(to, finding.suggestion);
  }
  for (const validation::Member member : report_.unchecked()) *to++ = member;
  return words_;
}

std::string_view Bridge::check_text(std::uint32_t size, std::uint32_t options) {
  const DecodedOptions decoded{options, atlas(), profile()};
  text_.clear();
  std::string_view input;
  if (!take_input(size, input)) {
    validation::CheckResult refused;
    refused.findings.push_back(
        {Code::limit_input, Severity::error, "", {text::decimal(limits::record_max_bytes)}, std::nullopt});
    validation::append_json(text_, refused);
  } else if ((options & option_input_mask) == option_batch) {
    validation::append_json(text_, validation::check_batch_json(input, decoded.get()));
  } else if ((options & option_input_mask) == option_form) {
    validation::append_json(text_, validation::check_form(input, decoded.get()));
  } else {
    validation::append_json(text_, validation::check_json(input, decoded.get()));
  }
  return text_;
}

const std::vector<std::uint32_t>& Bridge::check_uuid(std::uint32_t size) {
  std::string_view input;
  if (!take_input(size, input)) input = {};
  validation::check_uuid(input, report_);
  return answer();
}

const std::vector<std::uint32_t>& Bridge::check_salesforce_id(std::uint32_t size, std::uint32_t object) {
  std::string_view input;
  if (!take_input(size, input)) input = {};
  const std::array prefix{static_cast<char>('0' + object / 100), static_cast<char>('0' + object / 10 % 10),
                          static_cast<char>('0' + object % 10)};
  validation::check_salesforce_id(input, {prefix.data(), object <= 999 ? prefix.size() : 0}, report_);
  return answer();
}

template <std::size_t size>
bool Bridge::take_random(std::uint32_t given, std::array<std::uint8_t, size>& random) const {
  std::string_view input;
  if (!take_input(given, input) || input.size() < size) return false;
  for (std::size_t i = 0; i < size; ++i) random[i] = static_cast<std::uint8_t>(input[i]);
  return true;
}

std::string_view Bridge::uuid_v4(std::uint32_t size) {
  text_.clear();
  std::array<std::uint8_t, 16> random{};
  if (take_random(size, random)) ids::append_uuid(text_, ids::make_uuid_v4(random));
  return text_;
}

std::string_view Bridge::uuid_v7(std::uint32_t size) {
  text_.clear();
  // Time and randomness as they stand in a UUID.
  ids::Uuid bytes;
  if (!take_random(size, bytes.bytes)) return text_;
  ids::UuidV7Random random{};
  std::copy(bytes.bytes.begin() + 6, bytes.bytes.end(), random.begin());
  // Where no other is given it is the nil UUID, which is no bound.
  ids::Uuid previous;
  if (size >= 32) std::copy_n(input_.begin() + 16, previous.bytes.size(), previous.bytes.begin());
  ids::append_uuid(text_, ids::make_uuid_v7_after(previous, ids::unix_ms_of(bytes), random));
  return text_;
}

std::string_view Bridge::make_token(std::uint32_t size) {
  text_.clear();
  signup::TokenBytes random{};
  if (take_random(size, random)) text_ = signup::make_token(random);
  return text_;
}

template <typename Question>
std::string_view Bridge::answer_query(Question question, std::uint32_t size) {
  text_.clear();
  std::string_view input;
  if (!take_input(size, input)) input = {};
  bridge::answer(question, input, {atlas(), profile(), &log_}, text_);
  return text_;
}

std::string_view Bridge::ask(std::uint32_t query, std::uint32_t size) {
  return answer_query(static_cast<Query>(query), size);
}

std::string_view Bridge::ask_full(std::uint32_t query, std::uint32_t size) {
  return answer_query(static_cast<FullQuery>(query), size);
}

std::uint8_t* Bridge::reserve_atlas(std::uint32_t size) {
  if (size > limits::record_max_bytes) return nullptr;
  atlas_.reset();
  atlas_bytes_.assign(std::max<std::uint32_t>(size, 1), 0);
  return reinterpret_cast<std::uint8_t*>(atlas_bytes_.data());
}

bool Bridge::load_atlas() {
  auto opened = atlas::Atlas::open({atlas_bytes_.data(), atlas_bytes_.size()}, atlas::Unpack::as_needed);
  if (opened) atlas_ = std::move(opened.value());
  return opened.ok();
}

std::string_view Bridge::load_profile(std::uint32_t size) {
  text_ = "{\"findings\":[";
  std::string_view input;
  if (!take_input(size, input)) input = {};
  std::optional<profile::Profile> loaded;
  if (!input.empty()) {
    auto parsed = profile::Profile::parse(input);
    if (!parsed) {
      for (const Finding& finding : parsed.error()) {
        if (text_.back() == '}') text_.push_back(',');
        validation::append_json(text_, finding);
      }
      return text_ += "]}";
    }
    loaded = std::move(parsed.value());
  }
  profile_ = std::move(loaded);
  text_ += "],\"custom\":[";
  if (profile_) {
    for (const profile::CustomField& field : profile_->custom_fields()) {
      if (text_.back() == '}') text_.push_back(',');
      text_ += field.info.of == catalogue::Entity::customer ? "{\"of\":\"customer\"" : "{\"of\":\"contact\"";
      text_ += ",\"name\":";
      json::append_string(text_, field.info.name);
      text_.push_back('}');
    }
  }
  return text_ += "]}";
}

std::string_view Bridge::read_request(std::uint32_t size, std::uint32_t options) {
  const DecodedOptions decoded{options, atlas(), profile()};
  text_.clear();
  std::string_view input;
  if (!take_input(size, input)) input = {};
  const bool form = (options & option_input_mask) == option_form;
  signup::append_json(
      text_, form ? signup::read_request_form(input, decoded.get()) : signup::read_request_json(input, decoded.get()));
  return text_;
}

}  // namespace vestibule::bridge
