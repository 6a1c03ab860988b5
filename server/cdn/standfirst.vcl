vcl 4.1;

# Standfirst behind Varnish 6 or later, with nothing but what comes with it. Start varnishd with -p http_gzip_support=off, so
# that readers get our own brotli and gzip bytes; leave it away and they get gzip.

import std;

backend default {
  .host = "127.0.0.1";
  .port = "3000";
}

# Who may say that pages have changed: the machines that Standfirst runs on.
acl papers {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "BAN") {
    if (client.ip !~ papers) {
      return (synth(403, "Not yours to say"));
    }
    if (req.http.Surrogate-Key == "*") {
      if (!std.ban("obj.status != 0")) {
        return (synth(500, std.ban_error()));
      }
    } else if (req.http.Surrogate-Key ~ "^[A-Za-z0-9_:. -]+$") {
      # Only of what lies in the cache: so the ban lurker can do it, and no request has to.
      if (!std.ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " +", "|") + ")(\s|$)")) {
        return (synth(500, std.ban_error()));
      }
    } else {
      return (synth(400, "No keys"));
    }
    return (synth(200, "Banned"));
  }
  # The newsroom, the API and whatever is no reading are none of a cache's business.
  if (req.url ~ "^/(newsroom|api)(/|\?|$)" || (req.method != "GET" && req.method != "HEAD")) {
    return (pass);
  }
  unset req.http.Cookie;
  unset req.http.Authorization;
  if (req.http.Accept-Encoding ~ "(^|[, ])br *(,|;q=(1|0\.0*[1-9])|$)") {
    set req.http.Accept-Encoding = "br";
  } else if (req.http.Accept-Encoding ~ "gzip") {
    set req.http.Accept-Encoding = "gzip";
  } else {
    unset req.http.Accept-Encoding;
  }
  return (hash);
}

sub vcl_backend_response {
  # Never an old page after its time: whether it changed, only the paper knows.
  set beresp.grace = 0s;
  set beresp.keep = 0s;
  if (beresp.http.Surrogate-Control ~ "max-age=[0-9]+") {
    set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=([0-9]+).*$", "\1s"), 0s);
  } else if (bereq.url !~ "^/_next/static/") {
    set beresp.ttl = 0s;
    set beresp.uncacheable = true;
  }
  return (deliver);
}

sub vcl_deliver {
  if (obj.hits > 0) {
    set resp.http.Cache-Status = "Varnish; hit";
  } else {
    set resp.http.Cache-Status = "Varnish; fwd=miss";
  }
  unset resp.http.Surrogate-Key;
  unset resp.http.Surrogate-Control;
}
