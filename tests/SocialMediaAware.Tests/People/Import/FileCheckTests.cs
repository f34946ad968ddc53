namespace SocialMediaAware.Tests.People.Import;

/// <summary>What a file says against itself, or about units and people that there are not.</summary>
public sealed class FileCheckTests
{
    private const string Led = "employee_number,name,unit,leader_employee_number\n";
    private readonly ImportWorld world = new();

    [Theory]
    [InlineData("1,Mere,Customer,1", "2 LeadsSelf 1")]
    [InlineData("1,Mere,Customer,99", "2 LeaderUnknown 99")]
    [InlineData("1,Mere,Customer,2\n2,Tom,Customer,1", "3 LeaderLoop 1 1 → 2 → 1")]
    [InlineData("1,A,Customer,2\n2,B,Customer,3\n3,C,Customer,2", "4 LeaderLoop 2 2 → 3 → 2")]
    [InlineData("1,A,Atlantis,", "2 UnitUnknown Atlantis")]
    [InlineData(
        "1,A,northern REGION,",
        "2 UnitAmbiguous northern REGION Kāinga Ora > Customer > Northern region; Kāinga Ora > Finance > Northern region"
    )]
    [InlineData("1,A,Customer,\n1,A,Finance,", "3 Twice 1 2")]
    [InlineData("1,A,Customer,\n1,B,Customer,", "3 Disagrees B A|3 Twice 1 2")]
    public void File_ThatContradictsItself_SaysWhereAndWhat(string lines, string problems) =>
        Assert.Equal(problems.Split('|'), world.Problems(Led + lines + "\n"));

    [Theory]
    [InlineData("CUS")]
    [InlineData("customer")]
    [InlineData("Kainga Ora > Customer")]
    [InlineData("Customer>northern region")]
    [InlineData("Finance › Northern region")]
    public void Unit_ByCodeNameOrTheWayToIt_IsFound(string unit) =>
        Assert.Empty(world.Problems($"{Led}1,A,{unit},\n"));

    [Fact]
    public void Address_OfTwoPeople_IsNamed() =>
        Assert.Equal(
            ["3 EmailTwice X@a.example 2"],
            world.Problems(
                "employee_number,name,unit,email\n1,A,Customer,x@a.example\n2,B,Customer,X@a.example\n"
            )
        );

    [Fact]
    public void Leaders_InAChainAsLongAsTheFile_UseUpNoStack()
    {
        var lines = Enumerable
            .Range(1, 20_000)
            .Select(number => $"{number},P,Customer,{number + 1}\n");
        Assert.Equal(["20001 LeaderUnknown 20001"], world.Problems(Led + string.Concat(lines)));
    }
}
