#include "json/object_reader.hpp"
#include "members.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/signup/json.hpp"

namespace vestibule::signup {
namespace {

class Reader {
 public:
  explicit Reader(json::ObjectReader& object) : object_{object} {}

  std::string text(std::string_view name) {
    const json::ObjectReader::Node node = object_.optional(name, json::NodeKind::string);
    return node == 0 ? std::string{} : std::string{object_.tree()[node].text};
  }
  template <class Integer>
  Integer number(std::string_view name) {
    return object_.number<Integer>(name);
  }
  bool flag(std::string_view name) { return object_.flag(name); }
  template <class Enum>
  Enum named(std::string_view name, std::size_t count) {
    return object_.named<Enum>(object_.required(name, json::NodeKind::string), count);
  }

 private:
  json::ObjectReader& object_;
};

template <class Value>
Result<Value, json::Problem> read(std::string_view text) {
  return json::read_object<Value>(text, limits::life_max_bytes, [](json::ObjectReader& object, Value& value) {
    Reader reader{object};
    read_members(reader, value);
  });
}

}  // namespace

Result<State, json::Problem> read_state(std::string_view text) { return read<State>(text); }
Result<Event, json::Problem> read_event(std::string_view text) { return read<Event>(text); }

}  // namespace vestibule::signup
