/// Bodies that are neither customers nor contacts: JSON read member by member, with every problem in one message.
/// Depends on: calendar, refusal; json/scan of the core.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar.hpp"
#include "refusal.hpp"

namespace vestibule::sandbox {

/// What is wrong with a body, in the order found: "orderProducts[0].quantity: is required".
class Problems {
 public:
  void add(const std::string& place, std::string_view words);
  [[nodiscard]] bool empty() const { return texts_.empty(); }
  /// A 400 with the first 20.
  [[nodiscard]] Problem problem() const;

 private:
  std::vector<std::string> texts_;
};

/// Reads a JSON text as strictly as the core does: UTF-8, no member twice. An empty text is an empty object, so that a POST
/// without a body takes every default.
///
/// Limits  8 levels, names of 64 bytes, 100,000 values
[[nodiscard]] std::optional<nlohmann::json> read_body(std::string_view text, Problems& problems);

enum class Need { optional, required };

/// One object of a body. Each member is asked for once; finish() complains about those nobody asked for. null is no value.
class ObjectReader {
 public:
  /// `place` is the path of the object, "" for the body itself.
  ObjectReader(const nlohmann::json& value, std::string place, Problems& problems);

  [[nodiscard]] std::optional<std::string> text(std::string_view name, Need need, std::size_t max_bytes = 255);
  [[nodiscard]] std::optional<bool> boolean(std::string_view name);
  [[nodiscard]] std::optional<std::int64_t> whole(std::string_view name, Need need, std::int64_t min, std::int64_t max);
  [[nodiscard]] std::optional<Day> day(std::string_view name, Need need);
  /// The member as an object; a reader of nothing when it is absent.
  [[nodiscard]] ObjectReader object(std::string_view name, Need need);
  /// One reader for each element, which must be objects.
  [[nodiscard]] std::vector<ObjectReader> objects(std::string_view name, Need need, std::size_t max);
  [[nodiscard]] std::vector<std::string> texts(std::string_view name, Need need, std::size_t max);
  /// The member of whatever type; nullptr when it is absent.
  [[nodiscard]] const nlohmann::json* any(std::string_view name) { return take(name, Need::optional); }

  void refuse(std::string_view name, std::string_view words) { problems_->add(path(name), words); }
  void finish();

 private:
  [[nodiscard]] const nlohmann::json* take(std::string_view name, Need need);
  [[nodiscard]] const nlohmann::json* take_array(std::string_view name, Need need, std::size_t max);
  [[nodiscard]] std::string path(std::string_view name) const;

  const nlohmann::json* value_;  // nullptr when there is no object
  std::string place_;
  Problems* problems_;
  std::vector<std::string_view> known_;
};

}  // namespace vestibule::sandbox
