#include "tls.hpp"

namespace vestibule::sandbox {

std::unique_ptr<ssl::context> make_tls_context(const std::string& certificate, const std::string& key) {
  auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
  context->set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                       ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 | ssl::context::no_compression);
  context->use_certificate_chain_file(certificate);
  context->use_private_key_file(key, ssl::context::pem);
  return context;
}

}  // namespace vestibule::sandbox
