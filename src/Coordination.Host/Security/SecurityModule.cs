using Coordination.Host.Http;
using Coordination.Host.Security.SecondFactor;
using Coordination.Host.Store;
using Coordination.Host.Vault;
using Coordination.Projections.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Coordination.Host.Security;

internal static class SecurityModule
{
    private const string BySender = "BearerOrCookie";

    public static void AddSecurity(this IServiceCollection services, HostSettings settings, DemoAccounts? demo)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(provider => new Accounts(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<MemberRecords>(), demo, provider.GetRequiredService<TimeProvider>()));
        // Passwords and tokens live by the real clock: a demo that jumps a week must not sign everybody out.
        services.AddSingleton(provider => new SessionClock(settings.SessionClock ?? provider.GetRequiredService<DatabaseClock>()));
        services.AddSingleton(new SecondFactorPolicy(Demanded: demo is null));
        services.AddSingleton(provider => new PasswordCheck(
            provider.GetRequiredService<SessionClock>().Time,
            new Backoff("password", provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<IndexKey>())));
        services.AddSingleton(provider => new Backoff("code", provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<IndexKey>()));
        services.AddSingleton(provider => new AccessTokens(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<Accounts>(), provider.GetRequiredService<SessionClock>().Time,
            provider.GetRequiredService<SecondFactorPolicy>()));
        services.AddSingleton<ClientSecrets>();
        AddIdentity(services);
        services.AddRequestLimits(settings.Limits ?? (demo is null ? new RequestLimits() : RequestLimits.Demo));
        services.AddScoped<CurrentOfficer>();
        services.AddSingleton<RecentProof>();
        services.AddDataProtection().SetApplicationName("coordination");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<NpgsqlDataSource>())));
        AddSchemes(services);
        services.AddAuthorization(Permissions.Configure);
        services.AddSingleton<DecisionLog>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler>(provider => provider.GetRequiredService<DecisionLog>());
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddSingleton<ILookupNormalizer, NamesAsWritten>();
        services.AddSingleton<IPasswordHasher<SignInUser>, PasswordHasher>();
        services.AddScoped<UserStore>();
        services.AddScoped<IUserStore<SignInUser>>(provider => provider.GetRequiredService<UserStore>());
        services.AddIdentityCore<SignInUser>(options =>
        {
            // Length is what counts (OWASP ASVS 5.0 6.2); rules on characters only make people write passwords down.
            options.Password = new() { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        });
        services.AddScoped<SecondFactors>();
        services.AddScoped(provider => new SignIn(
            provider.GetRequiredService<Accounts>(), provider.GetRequiredService<PasswordCheck>(), provider.GetRequiredService<SignInLimit>(),
            provider.GetRequiredService<SecondFactors>(), provider.GetRequiredService<AccessTokens>(), provider.GetRequiredService<ClientSecrets>(),
            provider.GetRequiredService<DecisionLog>()));
        services.AddScoped(provider => new Invitations(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<UserManager<SignInUser>>(), provider.GetRequiredService<AccessTokens>(),
            provider.GetRequiredService<SignInLimit>(), provider.GetRequiredService<SessionClock>()));
    }

    private static void AddSchemes(IServiceCollection services) => services
        .AddAuthentication(options =>
        {
            options.DefaultScheme = BySender;
            options.DefaultChallengeScheme = BySender;
        })
        .AddPolicyScheme(BySender, null, options => options.ForwardDefaultSelector = context =>
            context.Request.Headers.Authorization.Count > 0 || (SecurityHeaders.IsApi(context.Request.Path) && !HasSession(context.Request))
                ? BearerHandler.SchemeName
                : CookieAuthenticationDefaults.AuthenticationScheme)
        .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null)
        .AddCookie(ConfigureCookie)
        .Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
        .Configure<SessionClock>((options, clock) => options.TimeProvider = clock.Time);

    private static bool HasSession(HttpRequest request) => request.Cookies.ContainsKey(PageSession.CookieName(request));

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.CookieManager = new PageSession();
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // PageSession decides
        options.Cookie.Path = "/";
        // The token in it knows when the session was last used; the cookie only must not outlive it.
        options.ExpireTimeSpan = AccessTokens.Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = "/masuk";
        options.AccessDeniedPath = "/tidak-berwenang";
        options.ReturnUrlParameter = "kembali";
        options.Events.OnValidatePrincipal = PageSession.Validate;
        options.Events.OnRedirectToLogin = context => PageSession.Answer(context, HttpRefusals.Unauthenticated);
        options.Events.OnRedirectToAccessDenied = context => PageSession.Answer(context, HttpRefusals.RoleForbidden);
    }
}
