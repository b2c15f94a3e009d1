#include "options.hpp"

#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>

namespace vestibule::sandbox {
namespace {

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return port;
}

bool is_loopback(std::string_view host) { return host == "::1" || host.starts_with("127."); }

// Where a text option is stored, nullptr for a name that is none.
std::string* text_option(Options& options, std::string_view name) {
  if (name == "--host") return &options.host;
  if (name == "--db") return &options.database;
  if (name == "--org") return &options.org;
  if (name == "--key") return &options.key;
  if (name == "--seed") return &options.seed;
  if (name == "--import") return &options.import;
  if (name == "--tls-cert") return &options.tls_certificate;
  if (name == "--tls-key") return &options.tls_key;
  return nullptr;
}

// What is wrong with the options as a whole; "" when nothing is.
std::string check(const Options& options) {
  if (options.dry_run && options.import.empty()) return "--dry-run: needs --import";
  if (!options.import.empty()) return {};  // it serves nobody
  if (options.key.empty()) return "no key: give --key or set VESTIBULE_SANDBOX_KEY";
  for (const char c : options.key) {
    if (c <= ' ' || c > '~') return "--key: only printable ASCII without spaces can travel in a header";
  }
  if (options.database.empty()) return "--db: give a file name";
  if (options.tls_certificate.empty() != options.tls_key.empty()) return "--tls-cert and --tls-key belong together";
  if (!options.expose && !is_loopback(options.host)) {
    return "--host: anything but a loopback address needs --expose; the data here are protected by one shared key";
  }
  return {};
}

}  // namespace

ParsedOptions parse_options(std::span<const char* const> arguments, std::string environment_key) {
  ParsedOptions result;
  Options& options = result.options;
  options.key = std::move(environment_key);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view name = arguments[i];
    if (name == "--help" || name == "-h") {
      options.help = true;
      return result;
    }
    if (name == "--expose") {
      options.expose = true;
      continue;
    }
    if (name == "--dry-run") {
      options.dry_run = true;
      continue;
    }
    if (name == "--control") {
      options.control = true;
      continue;
    }
    std::string* const text = text_option(options, name);
    if (text == nullptr && name != "--port") {
      result.problem = "unknown option " + std::string{name} + "; see --help";
      return result;
    }
    if (++i == arguments.size()) {
      result.problem = std::string{name} + " needs a value";
      return result;
    }
    if (text != nullptr) {
      *text = arguments[i];
    } else if (const auto port = parse_port(arguments[i])) {
      options.port = *port;
    } else {
      result.problem = "--port: a number from 0 to 65535";
      return result;
    }
  }
  if (options.org.empty()) options.org = std::filesystem::path{options.database}.replace_filename("org.db").string();
  result.problem = check(options);
  return result;
}

const char* help_text() {
  return R"(usage: vestibule-sandbox --key KEY [options]

A stand-in for Nue's Self-Service API, for development and tests. Synthetic data only.
Prints one line, "listening on http://HOST:PORT", when it is ready; logs are JSON lines on standard error.

  --key KEY        what clients send as nue-api-key; default: the environment's VESTIBULE_SANDBOX_KEY
  --port N         default 0: any free port
  --host ADDRESS   default 127.0.0.1; anything but a loopback address needs --expose
  --expose         accept connections from other machines
  --db FILE        the database, made when it is not there; default ./nue.db
  --org FILE       the Salesforce org's database; default: org.db beside the other one
  --control        answer /_sandbox/...: settings, the org, audit log, webhooks, feed, ...
  --seed FILE      customers (a JSON array) for a database that has none yet; may set id, externalId, customerSince
  --import FILE    take in customers of another system (NDJSON), print what was refused, and end
  --dry-run        with --import: only judge the file
  --tls-cert FILE  answer https with this certificate chain (PEM) ...
  --tls-key FILE   ... and its private key
  --help           this text
)";
}

}  // namespace vestibule::sandbox
