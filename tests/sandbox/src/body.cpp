#include "body.hpp"

#include <algorithm>
#include <set>

#include "http_limits.hpp"
#include "vestibule/json/scan.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::sandbox {
namespace {

using nlohmann::json;

constexpr std::size_t problems_shown = 20;

// An upload of 5,000 records has about 40,000.
constexpr std::size_t values_max = 100'000;

// The dates of an order, so that no term leads out of the years that can be written.
constexpr Day day_min{std::chrono::year{1900} / 1 / 1};
constexpr Day day_max{std::chrono::year{2999} / 12 / 31};

// Watches a parse for what the parser itself lets pass. After the first problem nothing more is kept.
class Strictness {
 public:
  bool operator()(int depth, json::parse_event_t event, const json& parsed) {
    using Event = json::parse_event_t;
    if (depth > static_cast<int>(vestibule::limits::json_max_depth)) holds_ = false;
    if (event == Event::object_start) keys_.emplace_back();
    if (event == Event::object_end) keys_.pop_back();
    if (event == Event::key) add_key(parsed.get_ref<const std::string&>());
    const bool begins_value = event == Event::object_start || event == Event::array_start || event == Event::value;
    if (begins_value && ++values_ > values_max) holds_ = false;
    return holds_;
  }
  [[nodiscard]] bool holds() const { return holds_; }

 private:
  void add_key(const std::string& key) {
    if (key.size() > vestibule::limits::json_max_key_bytes || !keys_.back().insert(key).second) holds_ = false;
  }

  std::vector<std::set<std::string>> keys_;
  std::size_t values_ = 0;
  bool holds_ = true;
};

}  // namespace

void Problems::add(const std::string& place, std::string_view words) {
  texts_.push_back((place.empty() ? "body" : place) + ": " + std::string{words});
}

Problem Problems::problem() const {
  Problem problem{400, "INVALID_FIELD_VALUE", {}};
  for (std::size_t i = 0; i < std::min(texts_.size(), problems_shown); ++i) {
    problem.message += (i == 0 ? "" : "; ") + texts_[i];
  }
  return problem;
}

std::optional<json> read_body(std::string_view text, Problems& problems) {
  if (text.empty()) return json::object();
  Strictness strictness;
  const bool sound = !vestibule::json::scan(text, limits::body_max_bytes);
  auto parsed = sound ? json::parse(text, std::ref(strictness), false) : json(json::value_t::discarded);
  if (!sound || parsed.is_discarded() || !strictness.holds()) {
    problems.add("", "is not valid JSON in UTF-8, has a member twice, or is too deep or too large");
    return std::nullopt;
  }
  return parsed;
}

ObjectReader::ObjectReader(const json& value, std::string place, Problems& problems)
    : value_{value.is_object() ? &value : nullptr}, place_{std::move(place)}, problems_{&problems} {
  if (!value.is_object() && !value.is_null()) problems.add(place_, "expected an object");
}

std::string ObjectReader::path(std::string_view name) const {
  return place_.empty() ? std::string{name} : place_ + '.' + std::string{name};
}

const json* ObjectReader::take(std::string_view name, Need need) {
  known_.push_back(name);
  if (value_ != nullptr) {
    const auto found = value_->find(name);
    if (found != value_->end() && !found->is_null()) return &*found;
  }
  if (need == Need::required) refuse(name, "is required");
  return nullptr;
}

const json* ObjectReader::take_array(std::string_view name, Need need, std::size_t max) {
  const json* const value = take(name, need);
  if (value == nullptr) return nullptr;
  const bool fits = value->is_array() && value->size() <= max && (need == Need::optional || !value->empty());
  if (!fits) refuse(name, "expected an array of at most " + std::to_string(max) + ", and not an empty one");
  return fits ? value : nullptr;
}

std::optional<std::string> ObjectReader::text(std::string_view name, Need need, std::size_t max_bytes) {
  const json* const value = take(name, need);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) {
    refuse(name, "expected a text");
    return std::nullopt;
  }
  const auto& text = value->get_ref<const std::string&>();
  if (text.size() > max_bytes) refuse(name, "is longer than " + std::to_string(max_bytes) + " bytes");
  if (text.empty() && need == Need::required) refuse(name, "is required");
  return text.empty() ? std::nullopt : std::optional{text};
}

std::optional<bool> ObjectReader::boolean(std::string_view name) {
  const json* const value = take(name, Need::optional);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  refuse(name, "expected true or false");
  return std::nullopt;
}

std::optional<std::int64_t> ObjectReader::whole(std::string_view name, Need need, std::int64_t min, std::int64_t max) {
  const json* const value = take(name, need);
  if (value == nullptr) return std::nullopt;
  const bool small = value->is_number_integer() &&
                     (!value->is_number_unsigned() || value->get<std::uint64_t>() <= static_cast<std::uint64_t>(max));
  if (small && value->get<std::int64_t>() >= min && value->get<std::int64_t>() <= max)
    return value->get<std::int64_t>();
  refuse(name, "expected a whole number from " + std::to_string(min) + " to " + std::to_string(max));
  return std::nullopt;
}

std::optional<Day> ObjectReader::day(std::string_view name, Need need) {
  const json* const value = take(name, need);
  if (value == nullptr) return std::nullopt;
  const auto day = value->is_string() ? read_day(value->get_ref<const std::string&>()) : std::nullopt;
  if (day && *day >= day_min && *day <= day_max) return day;
  refuse(name, "expected a date as YYYY-MM-DD, from 1900 to 2999");
  return std::nullopt;
}

ObjectReader ObjectReader::object(std::string_view name, Need need) {
  static const json nothing;
  const json* const value = take(name, need);
  return {value == nullptr ? nothing : *value, path(name), *problems_};
}

std::vector<ObjectReader> ObjectReader::objects(std::string_view name, Need need, std::size_t max) {
  std::vector<ObjectReader> readers;
  const json* const list = take_array(name, need, max);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string place = path(name) + '[' + std::to_string(i) + ']';
    if ((*list)[i].is_null()) problems_->add(place, "expected an object");
    readers.emplace_back((*list)[i], place, *problems_);
  }
  return readers;
}

std::vector<std::string> ObjectReader::texts(std::string_view name, Need need, std::size_t max) {
  std::vector<std::string> texts;
  const json* const list = take_array(name, need, max);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if ((*list)[i].is_string()) {
      texts.push_back((*list)[i].get<std::string>());
    } else {
      problems_->add(path(name) + '[' + std::to_string(i) + ']', "expected a text");
    }
  }
  return texts;
}

void ObjectReader::finish() {
  if (value_ == nullptr) return;
  for (const auto& member : value_->items()) {
    if (std::ranges::find(known_, member.key()) == known_.end()) refuse(member.key(), "unknown field");
  }
}

}  // namespace vestibule::sandbox
