#include "http_post.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>
#include <memory>
#include <type_traits>

namespace vestibule::sandbox {
namespace {

namespace http = beast::http;

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

constexpr std::chrono::seconds timeout{10};
constexpr std::uint32_t header_max_bytes = 8 * 1'024;
constexpr std::uint64_t body_max_bytes = 64 * 1'024;

std::vector<tcp::endpoint> endpoints_of(const WebhookUrl& url) {
  if (url.host != "localhost") return {{net::ip::make_address(url.host), url.port}};
  return {{net::ip::address_v4::loopback(), url.port}, {net::ip::address_v6::loopback(), url.port}};
}

// Nothing when the certificate cannot be read.
std::shared_ptr<ssl::context> client_context(const std::string& certificate) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
  context->set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                       ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
  NetworkError error;
  if (certificate.empty()) {
    context->set_default_verify_paths(error);
  } else {
    context->add_certificate_authority(net::buffer(certificate), error);
  }
  return error ? nullptr : context;
}

template <class Stream>
class Post final : public std::enable_shared_from_this<Post<Stream>> {
 public:
  Post(std::shared_ptr<ssl::context> tls, Stream stream, PostRequest request,
       std::function<void(const PostResult&)> done)
      : tls_{std::move(tls)},
        stream_{std::move(stream)},
        url_{std::move(request.url)},
        endpoints_{endpoints_of(url_)},
        done_{std::move(done)},
        message_{http::verb::post, url_.target, 11, std::move(request.body)} {
    message_.set(http::field::host, url_.authority());
    message_.set(http::field::user_agent, "vestibule-sandbox");
    message_.set(http::field::content_type, "application/json");
    for (const auto& [name, value] : request.headers) message_.set(name, value);
    message_.keep_alive(false);
    message_.prepare_payload();
    parser_.header_limit(header_max_bytes);
    parser_.body_limit(body_max_bytes);
  }

  void start() {
    // Set once, so that it bounds the whole exchange.
    socket().expires_after(timeout);
    socket().async_connect(endpoints_,
                           [self = this->shared_from_this()](const NetworkError& error, const tcp::endpoint&) {
                             if (error) return self->fail(error, "no connection");
                             self->shake_hands();
                           });
  }

 private:
  auto& socket() { return beast::get_lowest_layer(stream_); }

  void shake_hands() {
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      stream_.set_verify_mode(ssl::verify_peer);
      stream_.set_verify_callback(ssl::host_name_verification{url_.host});
      stream_.async_handshake(ssl::stream_base::client, [self = this->shared_from_this()](const NetworkError& error) {
        if (error) return self->fail(error, "no TLS");
        self->write();
      });
    } else {
      write();
    }
  }

  void write() {
    http::async_write(stream_, message_, [self = this->shared_from_this()](const NetworkError& error, std::size_t) {
      // Whoever refuses early may have answered: reading tells.
      if (error == beast::error::timeout) return self->fail(error, "");
      self->read();
    });
  }

  void read() {
    http::async_read(stream_, buffer_, parser_,
                     [self = this->shared_from_this()](const NetworkError& error, std::size_t) {
                       if (error == http::error::body_limit || error == http::error::header_limit) {
                         return self->fail(error, "answer too large");
                       }
                       if (error) return self->fail(error, "no HTTP answer");
                       self->finish({.status = self->parser_.get().result_int(), .error = {}});
                     });
  }

  void fail(const NetworkError& error, std::string_view words) {
    finish({.status = 0, .error = error == beast::error::timeout ? "timeout" : words});
  }

  void finish(const PostResult& result) {
    socket().close();
    done_(result);
  }

  std::shared_ptr<ssl::context> tls_;  // of the stream; none for plain HTTP
  Stream stream_;
  WebhookUrl url_;
  std::vector<tcp::endpoint> endpoints_;
  std::function<void(const PostResult&)> done_;
  http::request<http::string_body> message_;
  beast::flat_buffer buffer_{header_max_bytes + body_max_bytes};
  http::response_parser<http::string_body> parser_;
};

}  // namespace

void post(net::io_context& io, PostRequest request, std::function<void(const PostResult&)> done) {
  if (!request.url.tls) {
    std::make_shared<Post<PlainStream>>(nullptr, PlainStream{io}, std::move(request), std::move(done))->start();
    return;
  }
  auto context = client_context(request.certificate);
  if (!context) return net::post(io, [done = std::move(done)] { done({.status = 0, .error = "no TLS"}); });
  TlsStream stream{io, *context};
  std::make_shared<Post<TlsStream>>(std::move(context), std::move(stream), std::move(request), std::move(done))
      ->start();
}

bool is_certificate(const std::string& pem) { return pem.empty() || client_context(pem) != nullptr; }

}  // namespace vestibule::sandbox
