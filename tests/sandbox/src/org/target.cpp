#include "org/target.hpp"

#include <algorithm>
#include <charconv>

namespace vestibule::sandbox::org {
namespace {

std::optional<std::string> decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const std::string_view hex = text.substr(i + 1, 2);
    unsigned byte = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), byte, 16);
    if (error != std::errc{} || hex.size() != 2 || end != hex.data() + hex.size()) return std::nullopt;
    decoded += static_cast<char>(byte);
    i += 2;
  }
  return decoded;
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    if (text.empty()) pieces.push_back(text);
  }
  return pieces;
}

std::optional<Target> read_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  const std::size_t query = target.find('?');
  Target result;
  for (const std::string_view piece :
       split(target.substr(1, query == std::string_view::npos ? query : query - 1), '/')) {
    auto segment = decode(piece);
    if (!segment) return std::nullopt;
    result.segments.push_back(*std::move(segment));
  }
  if (query == std::string_view::npos) return result;
  for (const std::string_view piece : split(target.substr(query + 1), '&')) {
    const std::size_t equals = std::min(piece.find('='), piece.size());
    auto name = decode(piece.substr(0, equals));
    auto value = decode(piece.substr(std::min(equals + 1, piece.size())));
    if (!name || !value) return std::nullopt;
    result.parameters.emplace_back(*std::move(name), *std::move(value));
  }
  return result;
}

std::optional<std::int64_t> read_number(std::string_view text, std::int64_t min, std::int64_t max) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < min || value > max) return std::nullopt;
  return value;
}

}  // namespace vestibule::sandbox::org
