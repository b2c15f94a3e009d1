#include "webhook_url.hpp"

#include <algorithm>
#include <charconv>

#include "http_limits.hpp"
#include "net.hpp"

namespace vestibule::sandbox {
namespace {

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<std::uint16_t> port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size() || port == 0) return std::nullopt;
  return port;
}

bool is_this_machine(const std::string& host, bool bracketed) {
  if (!bracketed && host == "localhost") return true;
  NetworkError error;
  const auto address = net::ip::make_address(host, error);
  return !error && address.is_loopback() && address.is_v6() == bracketed && host.find('%') == std::string::npos;
}

}  // namespace

std::string WebhookUrl::authority() const {
  return (host.find(':') == std::string::npos ? host : '[' + host + ']') + ':' + std::to_string(port);
}

std::optional<WebhookUrl> parse_webhook_url(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~' && c != '#' && c != '\\'; });
  if (text.size() > limits::url_max_bytes || !plain) return std::nullopt;
  WebhookUrl url;
  url.tls = take_prefix(text, "https://");
  if (!url.tls && !take_prefix(text, "http://")) return std::nullopt;
  std::string_view authority = text.substr(0, text.find_first_of("/?"));
  url.target = text.substr(authority.size());
  if (!url.target.starts_with('/')) url.target.insert(0, 1, '/');

  const bool bracketed = take_prefix(authority, "[");
  const std::size_t end = authority.find(bracketed ? ']' : ':');
  if (bracketed && end == std::string_view::npos) return std::nullopt;
  url.host = authority.substr(0, end);
  authority.remove_prefix(std::min(authority.size(), url.host.size() + (bracketed ? 1 : 0)));
  url.port = url.tls ? 443 : 80;
  if (!authority.empty()) {
    const auto port = take_prefix(authority, ":") ? port_of(authority) : std::nullopt;
    if (!port) return std::nullopt;
    url.port = *port;
  }
  if (!is_this_machine(url.host, bracketed)) return std::nullopt;
  return url;
}

}  // namespace vestibule::sandbox
