using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.MyData;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Features.People.Units;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Questions;
using SocialMediaAware.Web.Features.Quizzes;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reports.InformationRequests;
using SocialMediaAware.Web.Features.Reports.Modules;
using SocialMediaAware.Web.Features.Settings;

namespace SocialMediaAware.Web.Data;

/// <summary>
/// All that the portal holds. What belongs to an agency is seen inside that agency's walls only; queries that look over the walls
/// say so with <c>IgnoreQueryFilters</c>, and a test lists them.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options, AgencyScope scope)
    : IdentityUserContext<
        Account,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>
    >(options)
{
    /// <summary>The name of the query filter that keeps agencies apart.</summary>
    public const string AgencyWall = "agency";

    /// <summary>Inside which walls this context stands.</summary>
    public AgencyScope Scope { get; } = scope;

    /// <summary>Agencies.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Units.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>Names of units and their places in the tree.</summary>
    public DbSet<UnitFact> UnitFacts => Set<UnitFact>();

    /// <summary>People.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Names of people.</summary>
    public DbSet<PersonName> PersonNames => Set<PersonName>();

    /// <summary>Placements.</summary>
    public DbSet<Placement> Placements => Set<Placement>();

    /// <summary>Who leads whom.</summary>
    public DbSet<Leadership> Leaderships => Set<Leadership>();

    /// <summary>Leave.</summary>
    public DbSet<Leave> Leaves => Set<Leave>();

    /// <summary>Exemptions.</summary>
    public DbSet<Exemption> Exemptions => Set<Exemption>();

    /// <summary>More time.</summary>
    public DbSet<Extension> Extensions => Set<Extension>();

    /// <summary>Tasks and positions with duties of their own.</summary>
    public DbSet<PersonFlag> PersonFlags => Set<PersonFlag>();

    /// <summary>Who stands in for leaders.</summary>
    public DbSet<StandIn> StandIns => Set<StandIn>();

    /// <summary>The acts by which facts about people were learnt and unlearnt.</summary>
    public DbSet<PeopleChange> PeopleChanges => Set<PeopleChange>();

    /// <summary>Restructures of units, written and done.</summary>
    public DbSet<RestructurePlan> RestructurePlans => Set<RestructurePlan>();

    /// <summary>What people said is wrong in what is held on them.</summary>
    public DbSet<CorrectionRequest> CorrectionRequests => Set<CorrectionRequest>();

    /// <summary>Files about people that came, and what became of them.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>The files themselves and what they would do, while they are held.</summary>
    public DbSet<ImportContent> ImportContents => Set<ImportContent>();

    /// <summary>Files that HR keeps as evidence.</summary>
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    /// <summary>What people learnt elsewhere.</summary>
    public DbSet<OutsideCompletion> OutsideCompletions => Set<OutsideCompletion>();

    /// <summary>Which programmes accept it, for which modules.</summary>
    public DbSet<OutsideAcceptance> OutsideAcceptances => Set<OutsideAcceptance>();

    /// <summary>Modules that people read all the same.</summary>
    public DbSet<WholeWay> WholeWays => Set<WholeWay>();

    /// <summary>Sessions in which people are helped to sign.</summary>
    public DbSet<AssistedSession> AssistedSessions => Set<AssistedSession>();

    /// <summary>Devices that show a session's code page.</summary>
    public DbSet<SharedScreen> SharedScreens => Set<SharedScreen>();

    /// <summary>People's time at shared screens.</summary>
    public DbSet<AssistedVisit> AssistedVisits => Set<AssistedVisit>();

    /// <summary>Forms to sign by hand.</summary>
    public DbSet<PaperForm> PaperForms => Set<PaperForm>();

    /// <summary>Programmes.</summary>
    public DbSet<Programme> Programmes => Set<Programme>();

    /// <summary>When programmes stood still.</summary>
    public DbSet<ProgrammePause> ProgrammePauses => Set<ProgrammePause>();

    /// <summary>What was done to programmes.</summary>
    public DbSet<ProgrammeChange> ProgrammeChanges => Set<ProgrammeChange>();

    /// <summary>Confirmations of rules in force.</summary>
    public DbSet<RuleConfirmation> RuleConfirmations => Set<RuleConfirmation>();

    /// <summary>Assignments.</summary>
    public DbSet<Assignment> Assignments => Set<Assignment>();

    /// <summary>Elections, with the polling days that they had.</summary>
    public DbSet<ElectionEvent> ElectionEvents => Set<ElectionEvent>();

    /// <summary>Which elections count for an agency.</summary>
    public DbSet<ElectionChoice> ElectionChoices => Set<ElectionChoice>();

    /// <summary>What assignments were, from when on.</summary>
    public DbSet<AssignmentRecord> AssignmentRecords => Set<AssignmentRecord>();

    /// <summary>Published module versions, byte for byte.</summary>
    public DbSet<PublishedModuleText> PublishedModuleTexts => Set<PublishedModuleText>();

    /// <summary>Published scenarios, byte for byte.</summary>
    public DbSet<PublishedScenarioText> PublishedScenarioTexts => Set<PublishedScenarioText>();

    /// <summary>Which version each person reads for an assignment.</summary>
    public DbSet<Reading> Readings => Set<Reading>();

    /// <summary>Sections that people opened.</summary>
    public DbSet<OpenedSection> OpenedSections => Set<OpenedSection>();

    /// <summary>What people signed.</summary>
    public DbSet<Attestation> Attestations => Set<Attestation>();

    /// <summary>The ledger's entries.</summary>
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    /// <summary>The hashes over the ledger's complete subtrees.</summary>
    public DbSet<LedgerNode> LedgerNodes => Set<LedgerNode>();

    /// <summary>Where the ledger stands: one row.</summary>
    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    /// <summary>Goes at quizzes.</summary>
    public DbSet<QuizAttempt> QuizAttempts => Set<QuizAttempt>();

    /// <summary>Which scenarios people met.</summary>
    public DbSet<ScenarioMet> ScenariosMet => Set<ScenarioMet>();

    /// <summary>Which obligations people missed.</summary>
    public DbSet<ObligationMissed> ObligationsMissed => Set<ObligationMissed>();

    /// <summary>How often options were chosen, by nobody in particular.</summary>
    public DbSet<ScenarioTally> ScenarioTallies => Set<ScenarioTally>();

    /// <summary>What reports show of first answers, in steps of five people.</summary>
    public DbSet<ShownAnswers> ShownAnswers => Set<ShownAnswers>();

    /// <summary>What reports show of the time that modules take, in steps of five people.</summary>
    public DbSet<ShownTimes> ShownTimes => Set<ShownTimes>();

    /// <summary>Requests for more time.</summary>
    public DbSet<TimeRequest> TimeRequests => Set<TimeRequest>();

    /// <summary>What people said that they do not agree with.</summary>
    public DbSet<Disagreement> Disagreements => Set<Disagreement>();

    /// <summary>Questions that people asked in confidence.</summary>
    public DbSet<Question> Questions => Set<Question>();

    /// <summary>Steps that people were reminded of.</summary>
    public DbSet<ReminderStep> ReminderSteps => Set<ReminderStep>();

    /// <summary>Moved due dates that people were told of.</summary>
    public DbSet<ReminderChange> ReminderChanges => Set<ReminderChange>();

    /// <summary>When HR kept back all mail.</summary>
    public DbSet<MailHold> MailHolds => Set<MailHold>();

    /// <summary>Addresses that a mail server refused for good.</summary>
    public DbSet<RefusedAddress> RefusedAddresses => Set<RefusedAddress>();

    /// <summary>Days on which mail was expected and none went out.</summary>
    public DbSet<MailAlarm> MailAlarms => Set<MailAlarm>();

    /// <summary>The one reminder mail of a person and day.</summary>
    public DbSet<ReminderDigest> ReminderDigests => Set<ReminderDigest>();

    /// <summary>Mails on their way, and those that went.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>Requests for official information, and their packs.</summary>
    public DbSet<InformationRequest> InformationRequests => Set<InformationRequest>();

    /// <summary>The tables of packs, as they were drawn up.</summary>
    public DbSet<DrawnUpTable> DrawnUpTables => Set<DrawnUpTable>();

    /// <summary>Packs that were released.</summary>
    public DbSet<ReleasedPack> ReleasedPacks => Set<ReleasedPack>();

    /// <summary>Their files.</summary>
    public DbSet<ReleasedFile> ReleasedFiles => Set<ReleasedFile>();

    /// <summary>Roles given to accounts.</summary>
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    /// <summary>Sessions of accounts.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>One-time links.</summary>
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    /// <summary>Runs of jobs.</summary>
    public DbSet<JobRun> JobRuns => Set<JobRun>();

    /// <summary>The audit log.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (
            var type in builder.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList()
        )
        {
            if (typeof(IBelongsToAgency).IsAssignableFrom(type))
            {
                RaiseWallMethod.MakeGenericMethod(type).Invoke(this, [builder]);
            }
        }

        SnakeCaseNames.Apply(builder.Model);
    }

    private static MethodInfo RaiseWallMethod =>
        typeof(PortalDbContext).GetMethod(
            nameof(RaiseWall),
            BindingFlags.Instance | BindingFlags.NonPublic
        )!;

    private void RaiseWall<TEntity>(ModelBuilder builder)
        where TEntity : class, IBelongsToAgency =>
        builder
            .Entity<TEntity>()
            .HasQueryFilter(
                AgencyWall,
                entity => Scope.SeesEveryAgency || Scope.AgencyIds.Contains(entity.AgencyId)
            );
}

/// <summary>The portal on SQLite: the embedded default.</summary>
public sealed class SqlitePortalDbContext(
    DbContextOptions<SqlitePortalDbContext> options,
    AgencyScope scope
) : PortalDbContext(options, scope);

/// <summary>The portal on PostgreSQL: for more people and several replicas.</summary>
public sealed class PostgresPortalDbContext(
    DbContextOptions<PostgresPortalDbContext> options,
    AgencyScope scope
) : PortalDbContext(options, scope);
